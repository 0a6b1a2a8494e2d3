package himalia.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.kernel.java.Cell.Part;
import himalia.kernel.java.Cell.Part.Role;
import himalia.magics.spi.MagicDescription;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeLineTest {
    private static final String DOOR = "himalia_cells.Call.";
    private static final MagicDescription TIMEIT =
            new MagicDescription(
                    "timeit",
                    "some.Class",
                    MagicDescription.Kind.LINE,
                    "Timing",
                    "",
                    "",
                    List.of(parameter("--rounds")),
                    List.of(parameter("CODE")));
    private static final MagicDescription TIME =
            new MagicDescription(
                    "time",
                    "some.Class",
                    MagicDescription.Kind.AROUND,
                    "void",
                    "",
                    "",
                    List.of(),
                    List.of());

    private final CellRewriter rewriter =
            new CellRewriter(new Magics(() -> List.of(TIMEIT, TIME)), name -> false);

    private static MagicDescription.Parameter parameter(String name) {
        return new MagicDescription.Parameter(List.of(name), true, true, false, "", List.of());
    }

    /** A brace inside a word is a character, as where all words of a line are read. */
    @Test
    void theValueOfAnOptionEndsWhereItsWordEnds() throws Exception {
        for (var value : List.of("5", "a{b", "\"a b\"", "'a b'", "{a + b}", "a\\ b", "x\"y z\"")) {
            var line = CodeLine.of(TIMEIT, "--rounds " + value + " f(1)", 1);
            assertThat(line.code().strip()).as(value).isEqualTo("f(1)");
            assertThat(line.options()).as(value).hasSize(2);
        }
    }

    @Test
    void aMagicOfACellIsNoCodeToMeasure() {
        assertThatThrownBy(() -> rewriter.rewrite("%%timeit\n%%time\n1 + 1"))
                .hasMessage(
                        "%timeit measures Java, and '%%time' is none: leave one of %%timeit and %%time out, or put %%time first");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1 + 1                          | () -> 1 + 1~
                    f(a, "x y;")                   | () -> f(a, "x y;")~
                    f(a);                          | () -> { f(a);~}
                    i++; j++                       | () -> { i++; j++~;~}
                    int k = 3; k + 1               | () -> { int k = 3;return  k + 1~;~}
                    for (var x : xs) { f(x); }     | () -> { for (var x : xs) { f(x); }~}
                    x + 1;                         | () -> { return x + 1;~}
                    int k;                         | () -> { int k;~}
                    List<String> k; f(k)           | () -> { List<String> k; f(k)~;~}
                    if (a) f(x)                    | () -> { if (a) f(x)~;~}
                    {() -> f(a)}                   | () -> f(a)
                    () -> f(a)                     | () -> f(a)
                    { i++; j++; }                  | () -> { i++; j++;~}
                    new Thing() { int a; }         | () -> new Thing() { int a; }~
                    """)
    void aLineOfCodeBecomesALambda(String code, String lambda) throws Exception {
        assertThat(CodeLine.of(TIMEIT, " " + code, 1).lambda())
                .isEqualTo(lambda.replace('~', '\n'));
    }

    @Test
    void optionsStandBeforeTheCodeAndSemicolonsBelongToIt() throws Exception {
        assertThat(rewriter.rewrite("%timeit --rounds 3 -a - b; c();"))
                .containsExactly(
                        new Part(
                                "(Timing) "
                                        + DOOR
                                        + "line(\"timeit\", \"--rounds\", "
                                        + DOOR
                                        + "value(\"3\", 3), "
                                        + DOOR
                                        + "code(\"-a - b; c();\", () -> { -a - b; c();\n}))",
                                0,
                                Role.CODE));
    }

    @Test
    void aCellOfCodeKeepsItsLines() throws Exception {
        assertThat(rewriter.rewrite("%%timeit\n\nint a = 1;\nf(a)"))
                .containsExactly(
                        new Part(
                                "(Timing) "
                                        + DOOR
                                        + "line(\"timeit\", "
                                        + DOOR
                                        + "code(\"int a = 1;\\nf(a)\", \n\n() -> { int a = 1;\nf(a)\n;\n}))",
                                0,
                                Role.CODE));
        assertThatThrownBy(() -> rewriter.rewrite("%timeit -n 5 f(1)"))
                .hasMessageContaining("no option '-n'");
        assertThatThrownBy(() -> rewriter.rewrite("%%timeit -n 10\nf(1)"))
                .hasMessageContaining("no option '-n'");
        assertThatThrownBy(() -> rewriter.rewrite("%%timeit int a = 1;\nf(a)"))
                .hasMessage(
                        "%%timeit takes the lines below it; only options stand beside it. Write 'int a = 1;' in the"
                                + " lines below, or in a cell above where it is not to be part of it");
    }

    @Test
    void magicsAndCommandsAreNoJavaToMeasureManyTimes() throws Exception {
        for (var cell :
                List.of(
                        "%timeit !sleep 1",
                        "int a = 1;\n%timeit %time f(a)", "%%timeit\nf();\n!ls")) {
            assertThatThrownBy(() -> rewriter.rewrite(cell))
                    .isInstanceOf(MagicSyntaxException.class)
                    .hasMessageStartingWith("%timeit measures Java, and '");
        }
        assertThatThrownBy(() -> rewriter.rewrite("int a = 1;\n%timeit !sleep 1"))
                .hasMessage(
                        "%timeit measures Java, and '!sleep 1' is none; %time !sleep 1 measures it once")
                .extracting(slip -> ((MagicSyntaxException) slip).line())
                .isEqualTo(2);
        assertThatThrownBy(() -> rewriter.rewrite("%%timeit\nf();\n!ls"))
                .extracting(slip -> ((MagicSyntaxException) slip).line())
                .isEqualTo(3);
        for (var java :
                List.of(
                        "boolean a = true;\n%timeit !a",
                        "%timeit !f(1)",
                        "%%timeit\nint k = 7\n %time;",
                        "%%timeit\nvar s = \"\"\"\n  a;\n  !ls\n  \"\"\";")) {
            assertThat(rewriter.rewrite(java)).as(java).hasSize(java.startsWith("b") ? 2 : 1);
        }
    }

    @Test
    void helpAloneRunsAndMeasuresNothing() throws Exception {
        for (var cell : List.of("%time --help", "%%time --help\nint a = 1;")) {
            assertThat(rewriter.rewrite(cell))
                    .containsExactly(
                            new Part(DOOR + "before(\"time\", \"--help\");", 0, Role.BEFORE),
                            new Part(DOOR + "after();", 0, Role.AFTER));
        }
    }
}
