package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.display.chart.mark.Numbers;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.ShortColumn;

class ColumnNumbersTest {
    @Test
    void whatAColumnLacksIsAGapInCharts() {
        var columns =
                List.<NumericColumn<?>>of(
                        IntColumn.create("age", 31, 45),
                        LongColumn.create("age", 31, 45),
                        ShortColumn.create("age", (short) 31, (short) 45),
                        DoubleColumn.create("age", 31, 45));
        for (var column : columns) {
            column.appendMissing();
            assertThat(Numbers.of(column)).isEqualTo(Numbers.of(31, 45, Double.NaN));
        }
    }

    @Test
    void aListKeepsItsNumbers() {
        assertThat(Numbers.of(List.of(Integer.MIN_VALUE, 1)))
                .isEqualTo(Numbers.of(Integer.MIN_VALUE, 1));
    }
}
