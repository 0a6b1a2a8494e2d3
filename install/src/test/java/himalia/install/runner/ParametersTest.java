package himalia.install.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.install.notebook.NotebookFile;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void everyVariableOfTheCellIsAParameterAndNoneOfItsMethods() {
        var notebook =
                declaring(
                        "int seed = 1, depth = 6; // int nothing = 2;\nint twice(int n) { int local = 2; return local * n; }\n"
                                + "for (int i = 0; i < 2; i++) { String inner = \"\"; }\nString empty;\nclass A { int field = 1; }");

        Parameters.apply(notebook, new TreeMap<>(Map.of("depth", "9", "empty", "b")));

        assertThat(notebook.cells().get(1).source()).endsWith("depth = 9;\nempty = \"b\";");
        assertThatThrownBy(() -> Parameters.apply(notebook, Map.of("local", "7")))
                .hasMessageEndingWith("there are: seed, depth, empty");
    }

    @Test
    void nullIsNothingWhereItMayBe() {
        var notebook =
                declaring("String data = \"a\";\nvar kind = \"b\";\nInteger n = 3;\nint k = 2;");
        Parameters.apply(
                notebook, new TreeMap<>(Map.of("data", "null", "kind", "null", "n", "null")));
        assertThat(notebook.cells().get(1).source())
                .endsWith("data = null;\nkind = null;\nn = null;");
        var other = declaring("int k = 2;");
        assertThatThrownBy(() -> Parameters.apply(other, Map.of("k", "null")))
                .hasMessageEndingWith("takes a whole number of int's range; got 'null'");
    }

    @Test
    void aMagicAboveAParameterIsNoneOfItsType() {
        var notebook =
                declaring(
                        "%load a.java\nString data = \"a\";\n!ls\n  %matplotlib inline\nint seed = 1;");
        Parameters.apply(notebook, new TreeMap<>(Map.of("data", "b", "seed", "2")));
        assertThat(notebook.cells().get(1).source()).endsWith("data = \"b\";\nseed = 2;");
    }

    @Test
    void twoCellsOfParametersWouldUndoEachOther() {
        var notebook =
                new Notebooks()
                        .code("int a = 1;", "parameters")
                        .code("int a = 2;", "parameters")
                        .build();

        assertThatThrownBy(() -> Parameters.apply(notebook, Map.of("a", "7")))
                .hasMessage(
                        "-p: two cells with the tag 'parameters' declare 'a'; leave it to one of them");
        var apart =
                new Notebooks()
                        .code("int a = 1;", "parameters")
                        .code("int b = 2;", "parameters")
                        .build();
        Parameters.apply(apart, Map.of("a", "7"));
        assertThat(apart.cells().get(1).source()).endsWith("a = 7;");
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        var notebook = declaring("int seed = 42; String data = \"a.csv\";");

        assertThatThrownBy(() -> Parameters.apply(notebook, Map.of("sed", "7")))
                .hasMessage("-p: the notebook has no parameter 'sed'; there are: seed, data");
    }

    @Test
    void aLongTextIsReadToItsEnd() {
        var text = "a\\n;'".repeat(20_000);
        for (var source :
                new String[] {
                    "var data = \"%s\"; int n = 1;",
                    "String data = \"%s\"; int n = 1;",
                    "var data = Path.of(\"%s\"); int n = 1;"
                }) {
            var notebook = declaring(source.formatted(text));

            Parameters.apply(notebook, Map.of("data", "b"));

            assertThat(notebook.cells().get(1).source()).contains("\ndata = ").contains("\"b\"");
        }

        var sum = "int n = 1" + " + 1".repeat(50_000) + ";";
        var notebook = declaring(sum);
        Parameters.apply(notebook, Map.of("n", "3"));
        assertThat(notebook.cells().get(1).source()).endsWith("n = 3;");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    int seed = 1;             | seed=System.exit(1) | -p: the parameter 'seed' is declared as 'int seed' and takes a whole number of int's range; got 'System.exit(1)'
                    int seed = 1;             | seed=7.5            | -p: the parameter 'seed' is declared as 'int seed' and takes a whole number of int's range; got '7.5'
                    int seed = 1;             | seed=3000000000     | -p: the parameter 'seed' is declared as 'int seed' and takes a whole number of int's range; got '3000000000'
                    var seed = 1;             | seed=x              | -p: the parameter 'seed' is declared as 'var seed = 1' and takes a whole number of int's range; got 'x'
                    var n = "a".length();     | n=5                 | -p: the parameter 'n' is declared as 'var n = "a".length()', which does not show its type; write the type, as in 'int n = …'
                    var n = 'a' + 1;          | n=5                 | -p: the parameter 'n' is declared as 'var n = 'a' + 1', which does not show its type; write the type, as in 'int n = …'
                    double rate = 0.5;        | rate=fast           | -p: the parameter 'rate' is declared as 'double rate' and takes a number; got 'fast'
                    boolean on = true;        | on=1                | -p: the parameter 'on' is declared as 'boolean on' and takes true or false; got '1'
                    final int seed = 1;       | seed=2              | -p: the parameter 'seed' is declared as 'final int seed', which -p cannot set; take the 'final' away
                    LocalDate day = today();  | day=2026-01-01      | -p: the parameter 'day' is declared as 'LocalDate day', which -p cannot set; it sets texts, numbers, true or false, and paths: declare a String, and make of it what is needed in the next cell
                    """)
    void whatTheTypeDoesNotTakeIsRefused(String source, String given, String refusal) {
        var notebook = declaring(source);
        var split = given.indexOf('=');
        var values = Map.of(given.substring(0, split), given.substring(split + 1));

        assertThatThrownBy(() -> Parameters.apply(notebook, values)).hasMessage(refusal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Path file = Path.of("a"); | x/y.csv | java.nio.file.Path.of("x/y.csv")
                    var file = Path.of("a");  | x/y.csv | java.nio.file.Path.of("x/y.csv")
                    var text = "a;\\"b";     | 5       | "5"
                    var url = "http://" + at; | b       | "b"
                    var c = ';';              | ,       | ",".charAt(0)
                    int n = "a".length();     | 5       | 5
                    int n = 1;                | 010     | 10
                    Long n = 1L;              | 7       | 7L
                    var n = 1.5;              | 2       | 2.0
                    Double n = 1.5;           | 2       | 2.0
                    float n = 1.5f;           | .5      | .5f
                    char c = ';';             | ,       | ",".charAt(0)
                    boolean b = false;        | true    | true
                    var n = 0xFF;             | 7       | 7
                    var n = 0b11L;            | 0xFF    | 255L
                    int n = 1;                | -0x80000000 | -2147483648
                    byte n = 1;               | 0x7f    | (byte) 127
                    """)
    void aValueIsWrittenAsItsTypeWantsIt(String source, String value, String java) {
        var notebook = declaring(source);
        var name = source.replaceFirst("^\\S+ (\\w+).*", "$1");

        Parameters.apply(notebook, Map.of(name, value));

        assertThat(notebook.cells().get(1).source()).endsWith("\n" + name + " = " + java + ";");
    }

    @Test
    void whatAClassWouldDeclareIsAParameterToo() {
        var notebook =
                declaring(
                        "static int a = 1;\nprivate static volatile long b = 2;\npublic String c = \"\";\n"
                                + "var d = \"\"\"\n    many \"lines\"\n    \"\"\";\nstatic final int e = 1;");

        Parameters.apply(
                notebook, new TreeMap<>(Map.of("a", "5", "b", "6", "c", "x", "d", "one\ntwo")));

        assertThat(notebook.cells().get(1).source())
                .endsWith("a = 5;\nb = 6L;\nc = \"x\";\nd = \"one\\ntwo\";");
        assertThatThrownBy(() -> Parameters.apply(notebook, Map.of("e", "2")))
                .hasMessageContaining("declared as 'final int e', which -p cannot set");
    }

    @Test
    void aTextThatIsCalledParametersDeclaresNone() {
        var notebook =
                new Notebooks()
                        .text("# Parameters", "parameters")
                        .code("int a = 1;", "parameters")
                        .build();

        Parameters.apply(notebook, Map.of("a", "7"));

        assertThat(notebook.cells().get(2).source()).endsWith("a = 7;");
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
