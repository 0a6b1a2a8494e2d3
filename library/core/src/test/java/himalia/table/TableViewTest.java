package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
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
}
