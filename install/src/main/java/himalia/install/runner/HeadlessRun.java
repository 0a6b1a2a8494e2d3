package himalia.install.runner;

import himalia.display.bundle.WholeFile;
import himalia.install.notebook.NotebookFile;
import himalia.install.page.Page;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
        make(target);
        var notebook = read(file, parameters);
        var saving = new SavingProgress(runner.progress(), notebook, executed);
        var result = run(file, notebook, runner.heardBy(saving));
        // Ctrl+C has ended the cells; what they did is written all the same.
        unhindered(saving::write);
        return result.withoutPage(written(page(file, target), file, notebook));
    }

    /** Runs a notebook and writes nothing. */
    public Result run(Path file, Map<String, String> parameters) throws IOException {
        return run(file, read(file, parameters), runner);
    }

    private static NotebookFile read(Path file, Map<String, String> parameters) throws IOException {
        var notebook = NotebookFile.read(file);
        Parameters.apply(notebook, parameters);
        return notebook;
    }

    private Result run(Path file, NotebookFile notebook, Runner running) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        List<Runner.FailedCell> failed;
        List<String> jobs;
        try (var kernel = kernels.start(folder == null ? Path.of("") : folder)) {
            failed = running.run(notebook, kernel);
            jobs = failed.stream().anyMatch(Runner.FailedCell::fatal) ? List.of() : kernel.jobs();
        }
        return new Result(notebook, failed, jobs, "");
    }

    private static void make(Path target) throws IOException {
        for (Path at = target; at != null; at = at.getParent()) {
            if (Files.isRegularFile(at)) {
                throw new IllegalArgumentException("-o: " + at + " is a file; name a folder");
            }
        }
        // A link to a folder is one, and is no place to make one.
        if (Files.isDirectory(target)) {
            return;
        }
        try {
            Files.createDirectories(target);
        } catch (FileSystemException e) {
            throw new IllegalArgumentException(
                    "-o: the folder "
                            + target
                            + " cannot be made"
                            + (e instanceof AccessDeniedException ? " with your rights" : "")
                            + "; name another",
                    e);
        }
    }

    /** Returns why there is no page; nothing where it was written. What a page is made of may be anything. */
    private static String written(Path page, Path file, NotebookFile notebook) throws IOException {
        try {
            var html = new Page(file).html(notebook);
            unhindered(() -> WholeFile.write(page, html));
            return "";
        } catch (RuntimeException | StackOverflowError e) {
            return String.valueOf(e);
        }
    }

    /** What writes a file. */
    private interface Writing {
        void run() throws IOException;
    }

    /** An interrupt closes the file that a thread writes. */
    private static void unhindered(Writing writing) throws IOException {
        boolean before = Thread.interrupted();
        try {
            writing.run();
        } catch (ClosedByInterruptException e) {
            before |= Thread.interrupted();
            writing.run();
        }
        if (before) {
            Thread.currentThread().interrupt();
        }
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
     * @param noPage why the page could not be made; empty where it was, or was not wanted
     */
    public record Result(
            NotebookFile notebook,
            List<Runner.FailedCell> failed,
            List<String> endedJobs,
            String noPage) {
        public Result {
            failed = List.copyOf(failed);
            endedJobs = List.copyOf(endedJobs);
        }

        private Result withoutPage(String why) {
            return new Result(notebook, failed, endedJobs, why);
        }
    }
}
