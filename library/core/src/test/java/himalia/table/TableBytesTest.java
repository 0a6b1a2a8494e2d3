package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;

class TableBytesTest {
    @Test
    void aTableOfEveryTypeIsReadBackToTheLastDigit() {
        var moment = LocalDateTime.of(2026, 11, 28, 12, 30, 15, 123_000_000);
        var table =
                Table.create(
                        "all sorts",
                        DoubleColumn.create("d", 0.1, -0.0, Double.MIN_VALUE),
                        FloatColumn.create("f", 0.1f, Float.MAX_VALUE, -1f),
                        IntColumn.create("i", 1, Integer.MAX_VALUE, -7),
                        LongColumn.create("l", 1L << 60, -1, 0),
                        ShortColumn.create("s", (short) 3, (short) -3, (short) 0),
                        BooleanColumn.create("b", true, false, true),
                        StringColumn.create("t", "Zürich", "", "x".repeat(100_000)),
                        DateColumn.create("date", LocalDate.of(2026, 2, 28), null, LocalDate.EPOCH),
                        TimeColumn.create("time", LocalTime.MIDNIGHT, LocalTime.NOON, null),
                        DateTimeColumn.create("moment", moment, null, moment.plusDays(1)),
                        InstantColumn.create("instant", Instant.EPOCH, null, Instant.EPOCH));
        for (var column : table.columns()) {
            column.appendMissing();
        }
        var copy = TableBytes.read(TableBytes.of(table));
        assertThat(copy.name()).isEqualTo("all sorts");
        assertThat(copy.columnNames()).isEqualTo(table.columnNames());
        for (var column : table.columns()) {
            var same = copy.column(column.name());
            assertThat(same.type()).isEqualTo(column.type());
            for (int row = 0; row < column.size(); row++) {
                assertThat(same.isMissing(row)).isEqualTo(column.isMissing(row));
                assertThat(same.get(row)).isEqualTo(column.get(row));
            }
        }
        assertThat(RowFingerprints.of(copy).hashes()).isEqualTo(RowFingerprints.of(table).hashes());
    }

    @Test
    void noRowsAndNoColumnsAreATableToo() {
        assertThat(TableBytes.read(TableBytes.of(Table.create("none"))).columnCount()).isZero();
        var empty = Table.create("none", IntColumn.create("n"));
        assertThat(TableBytes.read(TableBytes.of(empty)).columnNames()).containsExactly("n");
    }

    @Test
    void otherBytesAreRefused() {
        var whole = TableBytes.of(Table.create("t", IntColumn.create("n", 1, 2, 3)));
        for (var bytes : new byte[][] {{}, {1, 2, 3}, Arrays.copyOf(whole, whole.length - 2)}) {
            assertThatThrownBy(() -> TableBytes.read(bytes))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("these are not the bytes of a table: ");
        }
    }
}
