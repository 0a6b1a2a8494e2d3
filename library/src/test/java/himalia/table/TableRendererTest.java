package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.display.bundle.Display;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TableRendererTest {
    @Test
    void aTableShowsItsNameTypesMissingValuesAndShape() {
        var age = IntColumn.create("age", 34, 7);
        age.appendMissing();
        var table =
                Table.create(
                        "people",
                        StringColumn.create("name", "Ann", "<b>", null),
                        age,
                        DoubleColumn.create("height", 1.7, Double.NaN, 1.255),
                        BooleanColumn.create("member", true, false, true));
        assertThat(Display.renderers().render(table).text())
                .isEqualTo(
                        """
                        people
                           name      age   height  member
                           String?  int?  double?  boolean
                        0  Ann        34    1.700  true
                        1  <b>         7     null  false
                        2  null     null    1.255  true
                        3 rows × 4 columns""");
    }

    @Test
    void anEmptyTableIsShownAsSuch() {
        assertThat(Display.text(Table.create("nothing"))).isEqualTo("nothing\n0 rows × 0 columns");
    }

    @Test
    void aSummaryHasARowForEachColumn() {
        var table =
                Table.create(
                        "people",
                        StringColumn.create("name", "Bo", "Ann", null, "Bo"),
                        DoubleColumn.create("height", 1, 2, 3, 10));
        assertThat(TableView.summary(table).text())
                .isEqualTo(
                        """
                        people: 4 rows
                                type     missing  distinct  least  quarter  median  three quarters  most  spread
                          name  String?        1         2  Ann       null    null            null  Bo    null
                        height  double         0         4  1.0       1.75     2.5            4.75  10.0  ███▁▁▁▁▁▁█
                        2 rows × 9 columns""");
    }

    @Test
    void aViewShowsAsMuchAsItIsToldTo() {
        var table = Table.create("t", DoubleColumn.create("x", 1.234, 2, 3, 4));
        assertThat(TableView.of(table).rows(2).precision(1))
                .hasToString(
                        """
                        t
                                x
                           double
                        0     1.2
                        ⋮       ⋮
                        3     4.0
                        4 rows × 1 column (2 × 1 shown)""");
    }
}
