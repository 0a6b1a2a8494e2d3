package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Types;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.columns.Column;

/** SQLite gives the numbers of one column in several classes. */
class ResultNumbersTest {
    private static Column<?> column(Object... values) throws SQLException {
        var column = new ResultColumn("x", Types.NUMERIC, "", false);
        for (var value : values) {
            column.append(value);
        }
        return column.column();
    }

    @Test
    void theColumnIsAsWideAsItsValues() throws SQLException {
        assertThat(column(1, 5_000_000_000L, 3).type()).isEqualTo(ColumnType.LONG);
        assertThat(column(1, 5_000_000_000L, 3).get(1)).isEqualTo(5_000_000_000L);
        assertThat(column(1, 2.5, 3L).type()).isEqualTo(ColumnType.DOUBLE);
        assertThat(column(2.5, 3, 4L).get(2)).isEqualTo(4.0);
        assertThat(column(1, 2).type()).isEqualTo(ColumnType.INTEGER);
    }

    @Test
    void aNumberThatWouldChangeOrATextMakesItOneOfTexts() throws SQLException {
        var large = column(9007199254740993L, 2.5);
        assertThat(large.type()).isEqualTo(ColumnType.STRING);
        assertThat(large.get(0)).isEqualTo("9007199254740993");
        var mixed = column(12345678, 2.5, 3, "a", 7);
        assertThat(mixed.type()).isEqualTo(ColumnType.STRING);
        assertThat(mixed.asList()).asString().isEqualTo("[12345678, 2.5, 3, a, 7]");
    }
}
