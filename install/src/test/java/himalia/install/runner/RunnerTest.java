package himalia.install.runner;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.install.notebook.NotebookCell;
import himalia.install.notebook.NotebookFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {
    private static final String FAILS =
            "error {\"ename\": \"E\", \"evalue\": \"v\", \"traceback\": [\"line\"]}";

    private final ScriptedKernel kernel = new ScriptedKernel();

    @Test
    void textsOfOneStreamAreOneOutput() throws IOException {
        kernel.on(
                "a",
                "stream {\"name\": \"stdout\", \"text\": \"one\\n\"}",
                "stream {\"name\": \"stdout\", \"text\": \"two\\n\"}",
                "stream {\"name\": \"stderr\", \"text\": \"three\\n\"}");

        var notebook = run(new Notebooks().code("a"));

        assertThat(notebook.cells().get(0).outputs().toString())
                .isEqualTo(
                        "[{\"output_type\":\"stream\",\"name\":\"stdout\",\"text\":\"one\\ntwo\\n\"},"
                                + "{\"output_type\":\"stream\",\"name\":\"stderr\",\"text\":\"three\\n\"}]");
    }

    @Test
    void anUpdateReachesEveryOutputOfItsNameInEveryCell() throws IOException {
        var shown =
                "display_data {\"data\": {\"text/plain\": \"old\"}, \"transient\": {\"display_id\": \"d\"}}";
        kernel.on("a", shown)
                .on("b", shown)
                .on(
                        "c",
                        "update_display_data {\"data\": {\"text/plain\": \"new\"}, \"metadata\": {},"
                                + " \"transient\": {\"display_id\": \"d\"}}");

        var notebook = run(new Notebooks().code("a").code("b").code("c"));

        assertThat(notebook.cells())
                .extracting(cell -> cell.outputs().toString())
                .containsExactly(
                        "[{\"output_type\":\"display_data\",\"data\":{\"text/plain\":\"new\"},\"metadata\":{}}]",
                        "[{\"output_type\":\"display_data\",\"data\":{\"text/plain\":\"new\"},\"metadata\":{}}]",
                        "[]");
    }

    @Test
    void clearingWithWaitKeepsTheOldOutputUntilTheNext() throws IOException {
        var one = "stream {\"name\": \"stdout\", \"text\": \"1\"}";
        kernel.on("a", one, "clear_output {\"wait\": true}")
                .on("b", one, "clear_output {\"wait\": true}", one.replace('1', '2'))
                .on("c", one, "clear_output {\"wait\": false}");

        var notebook = run(new Notebooks().code("a").code("b").code("c"));

        assertThat(notebook.cells())
                .extracting(cell -> cell.outputs().toString().replaceAll(".*\"text\":", ""))
                .containsExactly("\"1\"}]", "\"2\"}]", "[]");
    }

    @Test
    void theFirstFailureEndsTheRun() throws IOException {
        kernel.on("bad", FAILS);
        var notebook = new Notebooks().code("good").code("bad").code("never").build();

        var failed = runner(false).run(notebook, kernel);

        assertThat(failed).extracting(Runner.FailedCell::number).containsExactly(2);
        assertThat(kernel.seen()).containsExactly("good", "bad");
    }

    @Test
    void aFailedCellHasItsNumberInTheFileWhateverWasGivenToTheRun() throws IOException {
        kernel.on("bad", FAILS);
        var notebook = new Notebooks().code("int n = 1;", "parameters").code("bad").build();
        Parameters.apply(notebook, Map.of("n", "2"));

        assertThat(runner(false).run(notebook, kernel))
                .extracting(Runner.FailedCell::number)
                .containsExactly(2);
    }

    @Test
    void aTaggedFailureIsWhatTheNotebookWants() throws IOException {
        kernel.on("bad", FAILS);
        var notebook = new Notebooks().code("bad", "raises-exception").code("next").build();

        assertThat(runner(false).run(notebook, kernel)).isEmpty();
        assertThat(kernel.seen()).containsExactly("bad", "next");
    }

    @Test
    void aTaggedCellMayAlsoSucceed() throws IOException {
        var notebook = new Notebooks().code("good", "raises-exception").code("next").build();

        assertThat(runner(false).run(notebook, kernel)).isEmpty();
        assertThat(kernel.seen()).containsExactly("good", "next");
    }

    @Test
    void allowedErrorsAreCountedAndTheRunGoesOn() throws IOException {
        kernel.on("bad", FAILS);
        var notebook = new Notebooks().code("bad").code("next").build();

        assertThat(runner(true).run(notebook, kernel)).hasSize(1);
        assertThat(kernel.seen()).containsExactly("bad", "next");
    }

    @Test
    void aCellThatTakesTooLongIsNamedWithItsLimit() throws IOException {
        kernel.on("slow", "hang");

        var failed = runner(false).run(new Notebooks().code("slow").build(), kernel);

        assertThat(failed)
                .extracting(Runner.FailedCell::what)
                .containsExactly("took longer than 60 s and was interrupted");
    }

    @Test
    void aKernelThatDiesLeavesItsLastWordsInTheCell() throws IOException {
        kernel.on("bad", "die");
        var notebook = new Notebooks().code("bad").code("next").build();

        var failed = runner(true).run(notebook, kernel);

        assertThat(failed)
                .extracting(Runner.FailedCell::what)
                .containsExactly("ended the run: it ended with status 134");
        assertThat(notebook.cells().get(0).outputs().toString())
                .contains("the kernel is gone: it ended with status 134");
    }

    @Test
    void whoeverWantsNoMoreKeepsWhatWasDone() throws IOException {
        kernel.on("bad", "stream {\"name\": \"stdout\", \"text\": \"half\"}", "no more");
        var notebook = new Notebooks().code("bad").code("next").build();

        var failed = runner(true).run(notebook, kernel);

        assertThat(Thread.interrupted()).isFalse();
        assertThat(failed).extracting(Runner.FailedCell::what).containsExactly("was interrupted");
        assertThat(kernel.seen()).containsExactly("bad");
        assertThat(notebook.cells().get(0).outputs().toString())
                .contains("half", "the run was interrupted here");
    }

    @Test
    void theNotebookIsWrittenAfterEachCell(@TempDir Path folder) throws IOException {
        kernel.on("first", "stream {\"name\": \"stdout\", \"text\": \"one\"}");
        var file = folder.resolve("a.ipynb");
        var notebook = new Notebooks().code("first").code("second").build();
        var written = new ArrayList<String>();
        var progress =
                new RunProgress() {
                    @Override
                    public void begins(int index, int all, NotebookCell cell) {
                        try {
                            written.add(Files.exists(file) ? Files.readString(file) : "");
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }

                    @Override
                    public void ends(
                            int index, int all, NotebookCell cell, boolean ok, Duration took) {}
                };

        var saving = new SavingProgress(progress, notebook, file);
        new Runner(Duration.ofSeconds(60), false, saving).run(notebook, kernel);

        assertThat(written.get(0)).isEmpty();
        assertThat(written.get(1)).contains("\"one\"");

        // What was written so is not written once more.
        saving.write();
        Files.delete(file);
        saving.write();
        assertThat(file).doesNotExist();
    }

    private NotebookFile run(Notebooks cells) throws IOException {
        var notebook = cells.build();
        assertThat(runner(false).run(notebook, kernel)).isEqualTo(List.of());
        return notebook;
    }

    private static Runner runner(boolean allowErrors) {
        return new Runner(Duration.ofSeconds(60), allowErrors, RunProgress.silent());
    }
}
