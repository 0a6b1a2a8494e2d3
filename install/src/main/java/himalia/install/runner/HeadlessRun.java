package himalia.install.runner;

import himalia.display.bundle.WholeFile;
import himalia.install.notebook.NotebookFile;
import himalia.install.page.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One notebook from file to files: read, given its parameters, run on a kernel of its own, written as {@code .ipynb} and
 * {@code .html}.
 *
 * @param kernels starts the kernel
 * @param runner how the cells are run
 */
public record HeadlessRun(KernelStart kernels, Runner runner) {
    /**
     * Runs a notebook and writes it, with its page, to {@code target}; also where a cell failed. What is done is written
     * after each cell: a run that is killed leaves it.
     */
    public Result run(Path file, Map<String, String> parameters, Path target) throws IOException {
        var executed = target.resolve(file.getFileName());
        if (Files.exists(executed) && Files.isSameFile(executed, file)) {
            throw new IllegalArgumentException(
                    "-o: "
                            + target
                            + " is the notebook's own folder, and would overwrite it; name another"
                            + " with -o");
        }
        if (Files.isRegularFile(target)) {
            throw new IllegalArgumentException("-o: " + target + " is a file; name a folder");
        }
        // A link to a folder is one, and is no place to make one.
        if (!Files.isDirectory(target)) {
            Files.createDirectories(target);
        }
        var result = run(file, parameters, notebook -> runner.saving(notebook, executed));
        WholeFile.write(executed, result.notebook().text());
        WholeFile.write(page(file, target), new Page(file).html(result.notebook()));
        return result;
    }

    /** Runs a notebook and writes nothing. */
    public Result run(Path file, Map<String, String> parameters) throws IOException {
        return run(file, parameters, notebook -> runner);
    }

    private Result run(
            Path file, Map<String, String> parameters, Function<NotebookFile, Runner> runners)
            throws IOException {
        var notebook = NotebookFile.read(file);
        Parameters.apply(notebook, parameters);
        var folder = file.toAbsolutePath().getParent();
        List<Runner.FailedCell> failed;
        List<String> jobs;
        try (var kernel = kernels.start(folder == null ? Path.of("") : folder)) {
            failed = runners.apply(notebook).run(notebook, kernel);
            jobs = failed.stream().anyMatch(Runner.FailedCell::fatal) ? List.of() : kernel.jobs();
        }
        return new Result(notebook, failed, jobs);
    }

    /** Returns where the page of a notebook is written. */
    public static Path page(Path file, Path target) {
        var name = file.getFileName().toString();
        return target.resolve(name.replaceFirst("\\.ipynb$", "") + ".html");
    }

    /** Starts kernels. */
    public interface KernelStart {
        /** Starts a kernel whose relative paths begin in {@code folder}. */
        RunningKernel start(Path folder) throws IOException;
    }

    /**
     * What came of it.
     *
     * @param notebook with its outputs
     * @param failed the cells that failed, none where all is well
     * @param endedJobs the jobs that still ran when the last cell had ended, and were ended
     */
    public record Result(
            NotebookFile notebook, List<Runner.FailedCell> failed, List<String> endedJobs) {
        public Result {
            failed = List.copyOf(failed);
            endedJobs = List.copyOf(endedJobs);
        }
    }
}
