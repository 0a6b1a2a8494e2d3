package himalia.table;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
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
}
