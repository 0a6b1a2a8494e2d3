package himalia.install.runner;

import himalia.install.notebook.NotebookFile;
import himalia.install.page.Page;
import java.io.IOException;
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
    /** Runs a notebook and writes it, with its page, to {@code target}; also where a cell failed. */
    public Result run(Path file, Map<String, String> parameters, Path target) throws IOException {
        var notebook = NotebookFile.read(file);
        Parameters.apply(notebook, parameters);
        Files.createDirectories(target);
        var name = file.getFileName().toString();
        var executed = target.resolve(name);
        if (Files.exists(executed) && Files.isSameFile(executed, file)) {
            throw new IllegalArgumentException(
                    "-o: " + target + " is the notebook's own folder, and would overwrite it");
        }
        var folder = file.toAbsolutePath().getParent();
        List<Runner.FailedCell> failed;
        try (var kernel = kernels.start(folder == null ? Path.of("") : folder)) {
            failed = runner.run(notebook, kernel);
        }
        var page = target.resolve(name.replaceFirst("\\.ipynb$", "") + ".html");
        WholeFile.write(executed, notebook.text());
        WholeFile.write(page, new Page(file).html(notebook));
        return new Result(notebook, failed, executed, page);
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
     * @param executed the notebook's new file
     * @param page its page
     */
    public record Result(
            NotebookFile notebook, List<Runner.FailedCell> failed, Path executed, Path page) {
        public Result {
            failed = List.copyOf(failed);
        }
    }
}
