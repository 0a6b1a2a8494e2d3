package himalia.storage;

import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.columns.Column;

/**
 * A column of whole numbers that grows. Tablesaw keeps the least number of a type for a missing value: where a file has it
 * as a value, the column becomes one of longs, and a column of longs is refused.
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

    Column<?> column() {
        return column;
    }

    void append(long value) {
        if (column instanceof IntColumn ints) {
            if (value != Integer.MIN_VALUE) {
                ints.append((int) value);
                return;
            }
            column = ints.asLongColumn().setName(name);
        }
        if (value == Long.MIN_VALUE) {
            throw new IllegalArgumentException(
                    "column '%s', row %d holds %d, which a table keeps for a missing value; write the column as text or as decimals first"
                            .formatted(name, column.size(), value));
        }
        ((LongColumn) column).append(value);
    }
}
