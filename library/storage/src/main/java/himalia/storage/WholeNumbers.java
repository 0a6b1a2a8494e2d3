package himalia.storage;

import java.math.BigInteger;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * A column of whole numbers that grows. Tablesaw keeps the least number of a type for a missing value: where a file has it
 * as a value, or one past it, the column becomes one of longs; and where a long cannot be it either, one of texts.
 */
final class WholeNumbers {
    private final String name;
    private Column<?> column;

    private WholeNumbers(String name, Column<?> column) {
        this.name = name;
        this.column = column;
    }

    static WholeNumbers ints(String name) {
        return new WholeNumbers(name, IntColumn.create(name));
    }

    static WholeNumbers longs(String name) {
        return new WholeNumbers(name, LongColumn.create(name));
    }

    /** Goes on with a column of whole numbers. */
    static WholeNumbers after(Column<?> column) {
        return new WholeNumbers(column.name(), column);
    }

    Column<?> column() {
        return column;
    }

    void append(long value) {
        if (column instanceof IntColumn ints) {
            if (value > Integer.MIN_VALUE && value <= Integer.MAX_VALUE) {
                ints.append((int) value);
                return;
            }
            column = ints.asLongColumn().setName(name);
        }
        if (value != Long.MIN_VALUE && column instanceof LongColumn longs) {
            longs.append(value);
        } else {
            texts().append(Long.toString(value));
        }
    }

    void append(BigInteger value) {
        if (value.bitLength() < Long.SIZE) {
            append(value.longValue());
        } else {
            texts().append(value.toString());
        }
    }

    private StringColumn texts() {
        if (column instanceof LongColumn longs) {
            column = ExactColumn.texts(longs, String::valueOf);
        }
        return (StringColumn) column;
    }
}
