package himalia.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells of SQL that are run: as few statements as can be, each line on its line. */
class SqlStepsTest {
    private static final String DOOR = "himalia_cells.Call.";

    private final Magics magics = new Magics(() -> List.of(SqlCellTest.SQL));

    private CellRewriter plain() {
        return new CellRewriter(magics, name -> false);
    }

    /** The compiler knows the line of no arithmetic, but that of the call before it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select {\n  a[3]\n} as c",
                "select\n 1, {\n\n // the third\n a[3]\n\n} as c",
                "select {a[0]}, {\n /* all\n  of it */\n a[3] }",
                "select {null\n}, {\n a[3]}"
            })
    void theCallBeforeAnExpressionStandsOnItsLine(String sql) throws Exception {
        var lines = String.join("\n", steps(plain(), "%%sql\n" + sql)).split("\n", -1);
        var typed = ("%%sql\n" + sql).split("\n", -1);
        int line = 0;
        while (!typed[line].contains("a[3]")) {
            line++;
        }
        assertThat(lines[line]).contains(".text(").contains(", " + typed[line].replace("}", ""));
        assertThat(lines).hasSameSizeAs(typed);
    }

    @Test
    void aCellThatRunsIsCompiledOnce() throws Exception {
        var names = Set.of("t", "other");
        var running =
                new CellRewriter(
                        magics,
                        names::contains,
                        names::contains,
                        names::contains,
                        (name, type) -> name.equals("t") && type.equals("Table"));
        var call = DOOR + "cell(\"sql\", \nhimalia_cells.Call.sql()";
        assertThat(steps(running, "%%sql --into t\nfrom t"))
                .containsExactly(
                        "t = (Table) "
                                + call
                                + ".variable(\"t\", t).text(\"from t\"), \"--into\", \"t\");");
        assertThat(steps(running, "x = %%sql\nfrom t"))
                .containsExactly(
                        DOOR
                                + "keep("
                                + call
                                + ".variable(\"t\", t).text(\"from t\"), \"--into\", \"x\")); Table x = (Table) "
                                + DOOR
                                + "kept();");
        // What stands in braces may name the variable, and one of another type is declared anew.
        assertThat(steps(running, "%%sql --into x\nselect {f()}")).hasSize(2);
        assertThat(steps(running, "%%sql --into other\nfrom other")).hasSize(2);
        assertThat(running.rewrite("%%sql --into t\nfrom t")).hasSize(2);
    }

    private static List<String> steps(CellRewriter rewriter, String cell)
            throws MagicSyntaxException {
        return rewriter.steps(cell).stream().map(step -> step.source()).toList();
    }
}
