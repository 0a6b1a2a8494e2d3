package himalia.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.kernel.java.Cell.Part;
import himalia.kernel.java.Cell.Part.Role;
import himalia.magics.spi.MagicDescription;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Cells of magics that take the value of their last expression. */
class ExpressionCellTest {
    private static final String DOOR = "himalia_cells.Call.";

    private final CellRewriter rewriter =
            new CellRewriter(
                    new Magics(() -> List.of(magic("smote", "--label"), magic("flink", "--into"))),
                    Set.<String>of()::contains);

    private static MagicDescription magic(String name, String option) {
        var given =
                new MagicDescription.Parameter(List.of(option), false, true, false, "", List.of());
        return new MagicDescription(
                name,
                "some.Class",
                MagicDescription.Kind.EXPRESSION_BODY,
                "Table",
                "",
                "",
                List.of(given),
                List.of());
    }

    private List<Part> rewrite(String source) throws MagicSyntaxException {
        return rewriter.rewrite(source);
    }

    @Test
    void whatStandsBeforeTheLastExpressionIsCodeOfTheCell() throws MagicSyntaxException {
        assertThat(rewrite("%%smote --label y\nint n = 2;\nvar t = f(n);\nt.first(n)"))
                .containsExactly(
                        new Part("int n = 2;\nvar t = f(n);\n", 1, Role.CODE),
                        new Part(
                                "(Table) "
                                        + DOOR
                                        + "cell(\"smote\", (\nt.first(n)\n), \"--label\", \"y\")",
                                2,
                                Role.CODE));
    }

    @Test
    void aCellThatEndsWithNoExpressionIsToldSoAndNotWhatTheCompilerMakesOfIt()
            throws MagicSyntaxException {
        var noValue =
                Map.of(
                        "%%flink",
                                "%%flink takes the value of the last expression below it, and there is none; %%flink --help has an example",
                        "%%flink\n// later",
                                "%%flink takes the value of the last expression below it, and there is none; %%flink --help has an example",
                        "%%flink\nvar made = f();",
                                "%%flink takes the value of the last expression, and the cell ends by declaring 'made'; write one more line: made",
                        "%%flink\nint n = 2;\nMap<String, List<Long>> made = f(n)",
                                "%%flink takes the value of the last expression, and the cell ends by declaring 'made'; write one more line: made",
                        "%%flink\nrecord Pair(int a, int b) {}",
                                "%%flink takes the value of the last expression, and the cell ends with a declaration; write below it what is to be taken");
        noValue.forEach(
                (cell, words) -> assertThatThrownBy(() -> rewriter.steps(cell)).hasMessage(words));
        for (var good : List.of("a.b(x = 2)", "new Made()", "x == 2 ? a : b", "\"var a = 2;\"")) {
            assertThat(rewriter.steps("%%flink\n" + good)).hasSize(1);
        }
        // Who still types is not told.
        assertThat(rewrite("%%flink\n")).hasSize(1);
    }

    @Test
    void theValueMayGoIntoAVariable() throws MagicSyntaxException {
        assertThat(rewrite("%%flink\nmade()"))
                .containsExactly(
                        new Part(DOOR + "shownCell(\"flink\", (\nmade()\n))", 0, Role.CODE));
        assertThat(rewrite("%%flink --into t\nmade()"))
                .extracting(Part::source)
                .containsExactly(
                        DOOR
                                + "keep("
                                + DOOR
                                + "cell(\"flink\", (\nmade()\n), \"--into\", \"t\"));",
                        "var t = (Table) " + DOOR + "kept();");
        assertThat(rewrite("%%flink --into=t\nmade()"))
                .last()
                .extracting(Part::source)
                .isEqualTo("var t = (Table) " + DOOR + "kept();");
        assertThat(rewrite("%%flink \"--into\" t\nmade()")).hasSize(1);
        assertThatThrownBy(() -> rewrite("%%flink --into 2t\nmade()"))
                .hasMessage("%flink: '2t' is no name of a variable");
    }
}
