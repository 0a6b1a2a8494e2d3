package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.display.bundle.MimeBundle;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TableLayoutTest {
    private static Table table() {
        return Table.create(
                "t",
                IntColumn.create("id", new int[] {1, 2, 3}),
                DoubleColumn.create("x", new double[] {0.1, Double.NaN, 1e300}),
                BooleanColumn.create("<b>", true, false, true),
                StringColumn.create("text", List.of("a", "a longer text", "")));
    }

    /** NumPy: itemsize and offsets of dtype([('id','i4'),('x','f8'),('b','?'),('p','i8')]), which has no gaps. */
    @Test
    void offsetsAreThoseOfARowWithoutGapsAndOfColumnsBehindEachOther() {
        var layout = new TableLayout(table(), 3, List.of(new AccessCost("scan", 2_000, 40)));

        var lines =
                layout.bundle().text().lines().map(line -> line.strip().split(" {2,}")).toList();

        assertThat(lines.get(1)).containsExactly("1 @ 0", "0.1 @ 4", "true @ 12", "a @ 13");
        assertThat(lines.get(2)).endsWith("false @ 33", "a longer … @ 34");
        assertThat(lines.get(6)).containsExactly("1 @ 0", "0.1 @ 12", "true @ 36", "a @ 39");
        assertThat(lines.get(8)).contains("3 @ 8", "true @ 38", "missing @ 55");
        assertThat(lines.get(11)).containsExactly("scan", "2.0 ms", "40 µs", "columns, 50 ×");
    }

    @Test
    void thePageHasBothOrdersAndNoMarkupOfTheTables() {
        var layout = new TableLayout(table(), 3, List.of(new AccessCost("append", 0.5, 2_000)));

        var html = String.valueOf(layout.bundle().data().get(MimeBundle.HTML));

        assertThat(html)
                .contains(
                        "<b>By row</b>", "<b>By column</b>", "&lt;b&gt;", "rows, 4,000 ×", "500 ns")
                .contains("background:rgba(59,130,208,0.04)", "background:rgba(59,130,208,0.60)")
                .doesNotContain("<script", "color:#000");
    }

    @Test
    void wholeNumbersHaveAllTheirDigitsAndWhatIsMissingIsSaid() {
        var wide =
                Table.create(
                        "t",
                        LongColumn.create("a", 4_294_967_295L, Long.MAX_VALUE),
                        IntColumn.create("b", Integer.MAX_VALUE, Integer.MIN_VALUE),
                        DoubleColumn.create("c", 4_294_967.5, 1e300),
                        StringColumn.create("d", "x", ""),
                        IntColumn.create("e", 1, 2),
                        IntColumn.create("f", 1, 2));
        var cost = new AccessCost("scan the column 'the number of the journey'", 2_000, 40);

        var text = new TableLayout(wide, 2, List.of(cost)).bundle().text();

        assertThat(text)
                .contains(
                        " 4294967295 @ 0",
                        " 9223372036854775807 @ ",
                        " 2147483647 @ ",
                        " 4294968 @ ",
                        " 1.0E300 @ ",
                        " missing @ ",
                        "The first 4 columns are drawn; left out: e, f.");
        var costs = text.lines().filter(line -> line.contains("columns  ")).toList();
        assertThat(costs).hasSize(1);
        assertThat(costs.get(0).indexOf("rows") + 4)
                .isEqualTo(lineOf(text, "scan").indexOf("2.0 ms") + 6);
    }

    private static String lineOf(String text, String start) {
        return text.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }

    @Test
    void oneRowIsCalledOne() {
        var one = Table.create("", IntColumn.create("a", new int[] {1}));
        assertThat(new TableLayout(one, 1, List.of()).bundle().text())
                .contains("Measured with its 1 row, warm");
        assertThatThrownBy(() -> TableLayout.of(one.emptyCopy()))
                .hasMessageStartingWith("the table has 0 rows");
    }

    @Test
    void itIsMeasuredWithTheTablesOwnRows() throws IOException {
        var layout = TableLayout.of(table());

        assertThat(layout.measured()).isEqualTo(3);
        assertThat(layout.costs())
                .extracting(AccessCost::what)
                .containsExactly("scan the column 'id'", "read a row", "append a row");
        assertThat(layout.costs())
                .allMatch(cost -> cost.rowMicros() > 0 && cost.columnMicros() > 0);
    }

    @Test
    void aTableWithoutRowsIsRefused() {
        assertThatThrownBy(() -> TableLayout.of(table().emptyCopy()))
                .hasMessage(
                        "table 't' has 0 rows and 4 columns, so that there is nothing to look at");
    }
}
