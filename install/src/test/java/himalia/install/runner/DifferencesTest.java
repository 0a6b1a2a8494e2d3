package himalia.install.runner;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.install.notebook.NotebookFile;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    @Test
    void equalOutputsHaveNone() throws IOException {
        assertThat(Differences.between(printing("a\n"), printing("a\n"))).isEmpty();
    }

    @Test
    void theFirstLineThatDiffersIsShown() throws IOException {
        assertThat(Differences.between(printing("a\nb\n"), printing("a\nc\n")))
                .containsExactly("cell 1: text was 'b', now it is 'c'");
    }

    @Test
    void aMissingOutputIsCounted() throws IOException {
        var fresh = new Notebooks().code("x").build();
        new Runner(Duration.ZERO, false, RunProgress.silent()).run(fresh, new ScriptedKernel());

        assertThat(Differences.between(printing("a"), fresh))
                .containsExactly("cell 1: 1 output was saved, now there are 0");
    }

    @Test
    void aCellThatDidNotRunIsNotCompared() throws IOException {
        var fresh = new Notebooks().code("x").code(" ").build();

        assertThat(Differences.between(printing("a"), fresh)).isEmpty();
        assertThat(Differences.unrun(fresh)).containsExactly(1);
        assertThat(Differences.unrun(printing("a"))).isEmpty();
    }

    @Test
    void valuesGivenToTheRunMoveNoCell() throws IOException {
        var saved = new Notebooks().code("int n = 1;", "parameters").code("x").build();
        var fresh = new Notebooks().code("int n = 1;", "parameters").code("x").build();
        Parameters.apply(fresh, Map.of("n", "2"));
        var kernel = new ScriptedKernel().on("x", "stream {\"name\": \"stdout\", \"text\": \"a\"}");
        new Runner(Duration.ZERO, false, RunProgress.silent()).run(fresh, kernel);

        assertThat(Differences.between(saved, fresh))
                .containsExactly("cell 2: 0 outputs were saved, now there is 1");
    }

    private static NotebookFile printing(String text) throws IOException {
        var notebook = new Notebooks().code("x").build();
        var kernel =
                new ScriptedKernel()
                        .on(
                                "x",
                                "stream {\"name\": \"stdout\", \"text\": \""
                                        + text.replace("\n", "\\n")
                                        + "\"}");
        new Runner(Duration.ZERO, false, RunProgress.silent()).run(notebook, kernel);
        return notebook;
    }
}
