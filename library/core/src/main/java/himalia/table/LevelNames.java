package himalia.table;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/** Cells as names of classes, and their order. */
final class LevelNames {
    private LevelNames() {}

    static String of(Column<?> column, int row) {
        if (column instanceof BooleanColumn flags) {
            return Boolean.toString(flags.getByte(row) == 1);
        }
        if (column instanceof LongColumn numbers) {
            return Long.toString(numbers.getLong(row));
        }
        if (column instanceof NumericColumn<?> numbers) {
            double value = numbers.getDouble(row);
            return value == (long) value ? Long.toString((long) value) : Double.toString(value);
        }
        return String.valueOf(column.get(row));
    }

    static List<String> sorted(Collection<String> levels, Column<?> column) {
        Comparator<String> order =
                column instanceof NumericColumn<?>
                        ? Comparator.comparingDouble(Double::parseDouble)
                                // Longs that are one to a double.
                                .thenComparing(LevelNames::compareDigits)
                        : Comparator.naturalOrder();
        return levels.stream().sorted(order).toList();
    }

    private static int compareDigits(String one, String other) {
        return one.equals(other) ? 0 : new BigDecimal(one).compareTo(new BigDecimal(other));
    }
}
