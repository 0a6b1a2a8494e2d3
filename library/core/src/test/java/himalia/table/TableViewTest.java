package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TableViewTest {
    @Test
    void aTextHasNoSizeToShow() {
        var view = TableView.of(Table.create(StringColumn.create("city", "Oslo")));
        assertThatThrownBy(() -> view.bars("city"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "column 'city' holds text, and bars show how large numbers are; name a column of numbers");
        assertThatThrownBy(() -> view.heat("city")).hasMessageContaining("grounds show");
    }

    @Test
    void aSummaryHasAllDigitsOfTheLeastAndTheMostLong() {
        var keys =
                LongColumn.create(
                        "key", -9_007_199_254_740_993L, 5, 5, 5, 5, 5, 9_007_199_254_740_995L);
        keys.appendMissing();
        assertThat(TableView.summary(Table.create("t", keys)).text())
                .contains("-9007199254740993", "9007199254740995");
        var all = LongColumn.create("key", -Long.MAX_VALUE, Long.MAX_VALUE);
        assertThat(TableView.summary(Table.create("t", all)).text())
                .contains("-9223372036854775807", " 9223372036854775807");
    }

    @Test
    void aSummaryCountsInfinityAsTheGreatest() {
        var numbers = DoubleColumn.create("x", 1, 2, 3, 4, Double.POSITIVE_INFINITY);
        var words = TableView.summary(Table.create("t", numbers)).text().split("\\s+");
        assertThat(words).containsSubsequence("1.0", "2.0", "3.0", "4.0", "∞");
    }

    @Test
    void aRowThatIsNotThereIsSaidToBeNone() {
        var cities = Table.create(StringColumn.create("city", "Oslo"));
        var renderer = new RowRenderer();
        assertThat(renderer.render(cities.row(99)).text())
                .isEqualTo(
                        "row 99, which the table has not: rows are counted from 0 to rowCount() - 1");
        assertThat(renderer.render(cities.row(0)).text()).contains("Oslo");
    }

    record City(String name, int people) {}

    @Test
    void rowsAreShownAsTheTableThatTheyMake() {
        var cities = List.of(new City("Oslo", 700_000), new City("Rome", 2_800_000));
        assertThat(TableView.of(cities).sort("-people").toString())
                .isEqualTo(TableView.of(Tables.of(cities)).sort("-people").toString())
                .contains("Rome");
        assertThat(TableView.of(List.of(Map.of("x", 1))).toString()).contains("x");
        assertThat(TableView.summary(cities).text()).contains("people");
        assertThatThrownBy(() -> TableView.of(List.of(1, 2)))
                .hasMessageContaining("the rows of a table are records, maps or lists of values");
    }

    @Test
    void aRowThatIsNotThereIsNamed() {
        var table = Table.create("cities", StringColumn.create("city", "Oslo", "Rome"));
        for (int bad : new int[] {2, -1}) {
            assertThatThrownBy(() -> Tables.rows(table, new int[] {0, bad}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no row " + bad + ": the table 'cities' has the rows 0 to 1");
        }
        assertThatThrownBy(() -> Tables.rows(table.emptyCopy(), new int[] {0}))
                .hasMessage("no row 0: the table 'cities' has none");
        assertThat(Tables.rows(table, new int[] {1, 1}).rowCount()).isEqualTo(2);
    }

    @Test
    void aMinusWithoutAColumnIsToldWhereItStands() {
        var table = Table.create("t", LongColumn.create("age", 1, 2));
        assertThatThrownBy(() -> TableView.of(table).sort("-").toString())
                .hasMessage("'-' stands right before the column to sort by, as in -age");
    }
}
