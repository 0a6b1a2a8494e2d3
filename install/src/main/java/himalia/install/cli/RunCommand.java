package himalia.install.cli;

import himalia.install.kernelspec.Distribution;
import himalia.install.kernelspec.InstalledJdk;
import himalia.install.kernelspec.KernelCommand;
import himalia.install.notebook.NotebookFile;
import himalia.install.runner.Differences;
import himalia.install.runner.HeadlessRun;
import himalia.install.runner.ProtocolKernel;
import himalia.install.runner.Runner;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code himalia run}: notebooks without a front end. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Runs notebooks without a front end.",
            "Each is written, with its outputs, as .ipynb and as an HTML page.",
            "Ends with 0 where every cell did what it should, with 1 where one did not."
        })
final class RunCommand implements Callable<Integer> {
    private static final String OURS = "himalia";

    @Parameters(paramLabel = "NOTEBOOK", arity = "1..*", description = "What to run.")
    private List<Path> notebooks = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description =
                    "Folder for what is written. Default: out; with --check, nothing is written"
                            + " without it.")
    private @Nullable Path target;

    @Option(
            names = {"-p", "--parameter"},
            paramLabel = "NAME=VALUE",
            description = "Sets what the cell tagged 'parameters' declares.")
    private List<String> parameters = List.of();

    @Option(names = "--allow-errors", description = "Goes on after a cell that failed.")
    private boolean allowErrors;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description =
                    "Interrupts a cell that takes longer; 0 for no limit. Default:"
                            + " ${DEFAULT-VALUE}.")
    private int timeout = 600;

    @Option(
            names = "--check",
            description = "Compares with the outputs that the notebook was saved with.")
    private boolean check;

    @Option(
            names = {"-k", "--kernel"},
            paramLabel = "NAME",
            description = "'himalia' runs a notebook that was written for another kernel.")
    private @Nullable String kernel;

    @Spec private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        if (timeout < 0) {
            throw new IllegalArgumentException("--timeout takes seconds from 0 up, got " + timeout);
        }
        var err = command.commandLine().getErr();
        var values = values();
        checkApart();
        checkKernel();
        var words = new KernelCommand(Distribution.ofThisProcess(), InstalledJdk.running()).words();
        var runner =
                new Runner(
                        Duration.ofSeconds(timeout),
                        allowErrors,
                        new Terminal(err, Terminal.isThere()));
        var run = new HeadlessRun(folder -> ProtocolKernel.start(words, folder), runner);
        int status = 0;
        try (var end = new RunEnd()) {
            for (var notebook : notebooks) {
                status =
                        end.isWanted()
                                ? status
                                : Math.max(status, told(run, notebook, values, err));
            }
        }
        return status;
    }

    private void checkKernel() {
        if (kernel != null && !kernel.equals(OURS)) {
            throw new IllegalArgumentException(
                    "--kernel: '%s' cannot be run here; --kernel %s runs a notebook of another kernel all the same"
                            .formatted(kernel, OURS));
        }
    }

    private void checkLanguage(Path file, NotebookFile notebook) {
        var language = notebook.language();
        if (kernel == null && !language.isEmpty() && !language.equalsIgnoreCase("java")) {
            throw new IllegalArgumentException(
                    "%s is written in %s, and here is Java; --kernel %s runs it all the same"
                            .formatted(file, language, OURS));
        }
    }

    /** Two of one name would be written over each other. */
    private void checkApart() {
        var folder = folder();
        if (folder == null) {
            return;
        }
        // Whether names have case is the file system's matter, and the folder may be on any.
        var written = new HashMap<String, Path>();
        for (var notebook : notebooks) {
            var page = HeadlessRun.page(notebook, folder);
            var before = written.put(page.toString().toLowerCase(Locale.ROOT), notebook);
            if (before != null) {
                var other = HeadlessRun.page(before, folder);
                throw new IllegalArgumentException(
                        "%s and %s would both be written as %s%s; run one of them with another -o"
                                .formatted(
                                        before,
                                        notebook,
                                        page,
                                        other.equals(page)
                                                ? ""
                                                : " where case makes no other name"));
            }
        }
    }

    /** Returns where outputs are written; null where they are not. */
    private @Nullable Path folder() {
        return target == null && !check ? Path.of("out") : target;
    }

    private Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        for (var parameter : parameters) {
            int split = parameter.indexOf('=');
            if (split < 1) {
                throw new IllegalArgumentException(
                        "-p takes NAME=VALUE, as in -p seed=7; got '" + parameter + "'");
            }
            var name = parameter.substring(0, split);
            var value = parameter.substring(split + 1);
            var before = values.put(name, value);
            if (before != null) {
                throw new IllegalArgumentException(
                        "-p: '%s' is given twice, as '%s' and as '%s'; give one"
                                .formatted(name, before, value));
            }
        }
        return values;
    }

    /** What is wrong with one notebook is told, and the others are run. */
    private int told(HeadlessRun run, Path file, Map<String, String> values, PrintWriter err)
            throws IOException {
        try {
            return run(run, file, values, err);
        } catch (IllegalArgumentException e) {
            err.println("himalia: " + e.getMessage());
            err.flush();
            return 1;
        }
    }

    private int run(HeadlessRun run, Path file, Map<String, String> values, PrintWriter err)
            throws IOException {
        var folder = folder();
        var saved = NotebookFile.read(file);
        checkLanguage(file, saved);
        var began = System.nanoTime();
        var result = folder == null ? run.run(file, values) : run.run(file, values, folder);
        var seconds = (System.nanoTime() - began) / 1e9;
        for (var failed : result.failed()) {
            err.println(file + ", cell " + failed.number() + " " + failed.what() + ":");
            err.println(failed.cell().source().strip().indent(4).stripTrailing());
            err.print(words(failed).indent(2));
        }
        var differences = check ? Differences.between(saved, result.notebook()) : List.<String>of();
        var unrun = check ? Differences.unrun(result.notebook()) : List.<Integer>of();
        if (!unrun.isEmpty()) {
            err.printf("%s, %s did not run%n", file, cells(unrun));
        }
        if (!result.noPage().isEmpty()) {
            err.printf("%s: its page could not be made: %s%n", file, result.noPage());
        }
        for (var line : differences) {
            err.println(file + ", " + line);
        }
        for (var job : result.endedJobs()) {
            err.printf(
                    "%s: job '%s' still ran after the last cell, and was ended; a last cell"
                            + " '%%jobs wait %s' waits for it%n",
                    file, job, job);
        }
        var all = result.notebook().codeCells().stream().filter(cell -> !cell.isGiven()).count();
        err.printf(
                Locale.ROOT,
                "%s: %s of %d cells in %.1f s%s%n",
                file,
                outcome(result.failed().size(), differences.size()),
                all,
                seconds,
                folder == null || !result.noPage().isEmpty()
                        ? ""
                        : "; see " + HeadlessRun.page(file, folder));
        err.flush();
        return result.failed().isEmpty() && differences.isEmpty() && result.noPage().isEmpty()
                ? 0
                : 1;
    }

    /** Cells that follow each other, as all those behind the one that failed. */
    private static String cells(List<Integer> numbers) {
        var first = numbers.get(0);
        return numbers.size() == 1
                ? "cell " + first
                : "cells " + first + " to " + numbers.get(numbers.size() - 1);
    }

    private static String outcome(int failed, int different) {
        if (failed == 0 && different == 0) {
            return "all";
        }
        return Stream.of(
                        failed == 0 ? "" : failed + " failed",
                        different == 0 ? "" : different + (different == 1 ? " differs" : " differ"))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** The failed cell's own account, as it stands in the notebook. */
    private static String words(Runner.FailedCell failed) {
        return StreamSupport.stream(failed.cell().outputs().spliterator(), false)
                .map(output -> output.getAsJsonObject())
                .filter(output -> output.get("output_type").getAsString().equals("error"))
                .flatMap(
                        output ->
                                StreamSupport.stream(
                                        output.getAsJsonArray("traceback").spliterator(), false))
                .map(line -> line.getAsString())
                .map(line -> Terminal.isThere() ? line : line.replaceAll("\u001B\\[[0-9;]*m", ""))
                .collect(Collectors.joining("\n"));
    }
}
