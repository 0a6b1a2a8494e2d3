package himalia.install.runner;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import himalia.install.notebook.CellOutputs;
import himalia.install.notebook.Displays;
import himalia.install.notebook.NotebookCell;
import himalia.install.notebook.NotebookFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the cells of a notebook in order, on a kernel that is there.
 *
 * <p>A cell that fails ends the run, unless it has the tag {@code raises-exception} or all errors are allowed.
 *
 * @param limit how long one cell may take; zero for ever
 * @param allowErrors goes on after a cell that failed
 * @param progress hears how far it is
 */
public record Runner(Duration limit, boolean allowErrors, RunProgress progress) {
    /** Returns the same, of which another hears how far it is. */
    Runner heardBy(RunProgress other) {
        return new Runner(limit, allowErrors, other);
    }

    /** Runs all cells; what they say is put into the notebook. */
    public List<FailedCell> run(NotebookFile notebook, RunningKernel kernel) throws IOException {
        describe(notebook, kernel.languageInfo());
        var cells = notebook.codeCells();
        cells.forEach(NotebookCell::clear);
        var displays = new Displays();
        var failed = new ArrayList<FailedCell>();
        int given = 0;
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            given += cell.isGiven() ? 1 : 0;
            if (cell.source().isBlank()) {
                continue;
            }
            progress.begins(i + 1, cells.size(), cell);
            var began = System.nanoTime();
            var failure = run(i + 1 - given, cell, displays, kernel);
            var took = Duration.ofNanos(System.nanoTime() - began);
            progress.ends(i + 1, cells.size(), cell, failure.isEmpty(), took);
            failed.addAll(failure);
            if (failure.stream().anyMatch(FailedCell::fatal)
                    || !failure.isEmpty() && !allowErrors) {
                break;
            }
        }
        return failed;
    }

    /** Runs one cell; returns its failure, where that is not what the notebook wants. */
    private List<FailedCell> run(
            int number, NotebookCell cell, Displays displays, RunningKernel kernel) {
        var outputs = new CellOutputs(cell, displays);
        try {
            var answer = kernel.execute(cell.source(), outputs::apply, limit);
            cell.count(answer.count());
            if (answer.interrupted()) {
                var words = "took longer than " + limit.toSeconds() + " s and was interrupted";
                return List.of(new FailedCell(number, cell, words, false));
            }
            var expected = cell.tags().contains("raises-exception");
            return answer.ok() || expected
                    ? List.of()
                    : List.of(new FailedCell(number, cell, "failed", false));
        } catch (InterruptedIOException e) {
            // Known now: what is left to do is done all the same.
            boolean ignored = Thread.interrupted();
            outputs.apply("error", error("Interrupted", "the run was interrupted here"));
            return List.of(new FailedCell(number, cell, "was interrupted", true));
        } catch (IOException e) {
            outputs.apply("error", error("DeadKernel", "the kernel is gone: " + e.getMessage()));
            return List.of(new FailedCell(number, cell, "ended the run: " + e.getMessage(), true));
        }
    }

    private static JsonObject error(String name, String words) {
        var error = new JsonObject();
        error.addProperty("ename", name);
        error.addProperty("evalue", words);
        var trace = new JsonArray();
        trace.add(words);
        error.add("traceback", trace);
        return error;
    }

    private static void describe(NotebookFile notebook, JsonObject language) {
        var spec = new JsonObject();
        spec.addProperty("display_name", "Java (Himalia)");
        spec.addProperty("language", "java");
        spec.addProperty("name", "himalia");
        notebook.metadata().add("kernelspec", spec);
        notebook.metadata().add("language_info", language);
    }

    /**
     * A cell that did not do what it should.
     *
     * @param number which code cell of the file, counted from 1; values given to the run belong to the cell above them
     * @param cell the cell, with its outputs
     * @param what happened, to be read after "cell 3"
     * @param fatal true where the kernel is gone or nobody wants more, so that no cell can follow
     */
    public record FailedCell(int number, NotebookCell cell, String what, boolean fatal) {}
}
