package himalia.install.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.install.notebook.NotebookFile;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ParametersTest {
    @Test
    void givenValuesAreAssignedAfterTheirDeclaration() {
        var notebook = declaring("int seed = 42;\nvar data = \"a.csv\"; \ndouble rate = 0.1;");

        Parameters.apply(
                notebook,
                new TreeMap<>(Map.of("seed", "7", "data", "b \"c\".csv", "rate", "1e-3")));

        assertThat(notebook.cells().get(1).source())
                .isEqualTo(
                        """
                        // Parameters given to this run
                        data = "b \\"c\\".csv";
                        rate = 1e-3;
                        seed = 7;""");
        assertThat(notebook.cells().get(1).tags()).containsExactly("injected-parameters");
        assertThat(notebook.cells()).hasSize(3);
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        var notebook = declaring("int seed = 42; \nString data = \"a.csv\";");

        assertThatThrownBy(() -> Parameters.apply(notebook, Map.of("sed", "7")))
                .hasMessage("-p: the notebook has no parameter 'sed'; there are: seed, data");
    }

    @Test
    void codeIsNoNumber() {
        var notebook = declaring("int seed = 42;");

        assertThatThrownBy(() -> Parameters.apply(notebook, Map.of("seed", "System.exit(1)")))
                .hasMessage(
                        "-p: the parameter 'seed' is no text, so it takes a number, true or false;"
                                + " got 'System.exit(1)'");
    }

    @Test
    void aNotebookWithoutParametersSaysHowToGetSome() {
        var notebook = new Notebooks().code("1 + 1").build();

        assertThatThrownBy(() -> Parameters.apply(notebook, Map.of("seed", "7")))
                .hasMessage(
                        "-p: the notebook declares no parameters; give the tag 'parameters' to the"
                                + " cell that does");
    }

    private static NotebookFile declaring(String source) {
        return new Notebooks().code(source, "parameters").code("use(seed)").build();
    }
}
