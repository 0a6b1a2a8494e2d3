package himalia.table;

import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/** What the values of a column come to, those apart that are missing. */
final class Totals {
    private Totals() {}

    static NumericColumn<?> numbers(Column<?> column) {
        if (column instanceof NumericColumn<?> numbers) {
            return numbers;
        }
        throw new IllegalArgumentException(
                "column '%s' holds %s, and numbers are wanted%s"
                        .formatted(
                                column.name(),
                                Tables.kind(column),
                                column instanceof BooleanColumn
                                        ? ": booleanColumn(\"%s\").asDoubleColumn() has 1 for true"
                                                .formatted(column.name())
                                        : ""));
    }

    static Object sum(Column<?> column) {
        var numbers = numbers(column);
        if (isReal(numbers)) {
            double sum = 0;
            for (int row = 0; row < numbers.size(); row++) {
                sum += numbers.isMissing(row) ? 0 : numbers.getDouble(row);
            }
            return sum;
        }
        long sum = 0;
        for (int row = 0; row < numbers.size(); row++) {
            sum = numbers.isMissing(row) ? sum : add(numbers, sum, row);
        }
        return sum;
    }

    static boolean isReal(NumericColumn<?> numbers) {
        return numbers instanceof DoubleColumn || numbers instanceof FloatColumn;
    }

    /** Adds a whole number, exactly. */
    static long add(NumericColumn<?> numbers, long sum, int row) {
        try {
            return Math.addExact(sum, whole(numbers, row));
        } catch (ArithmeticException tooLarge) {
            throw new IllegalArgumentException(
                    "the sum of column '%s' is too large for a long; make it doubles: numberColumn(\"%1$s\").asDoubleColumn()"
                            .formatted(numbers.name()));
        }
    }

    private static long whole(NumericColumn<?> numbers, int row) {
        return ((Number) numbers.get(row)).longValue();
    }

    static @Nullable Double mean(Column<?> column) {
        var numbers = numbers(column);
        double sum = 0;
        int count = 0;
        for (int row = 0; row < numbers.size(); row++) {
            if (!numbers.isMissing(row)) {
                sum += numbers.getDouble(row);
                count++;
            }
        }
        return count == 0 ? null : sum / count;
    }

    static @Nullable Double variance(Column<?> column) {
        var numbers = numbers(column);
        var mean = mean(column);
        int count = numbers.size() - Tables.countMissing(column);
        if (mean == null || count < 2) {
            return null;
        }
        double squares = 0;
        for (int row = 0; row < numbers.size(); row++) {
            double away = numbers.isMissing(row) ? 0 : numbers.getDouble(row) - mean;
            squares += away * away;
        }
        return squares / (count - 1);
    }

    static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static @Nullable Object extreme(Column<?> column, int sign) {
        Comparable<?> best = null;
        for (int row = 0; row < column.size(); row++) {
            if (Tables.isMissing(column, row)) {
                continue;
            }
            if (!(column.get(row) instanceof Comparable<?> value)) {
                throw new IllegalArgumentException(
                        "column '%s' holds %s, of which none is the least"
                                .formatted(column.name(), Tables.kind(column)));
            }
            if (best == null || sign * ((Comparable) value).compareTo(best) > 0) {
                best = value;
            }
        }
        return best;
    }

    static @Nullable Object end(Column<?> column, int from, int step) {
        for (int row = from; row >= 0 && row < column.size(); row += step) {
            if (!Tables.isMissing(column, row)) {
                return column.get(row);
            }
        }
        return null;
    }

    static int different(Column<?> column) {
        var seen = new HashSet<Object>();
        for (int row = 0; row < column.size(); row++) {
            if (!Tables.isMissing(column, row)) {
                seen.add(RowGroups.plain(column.get(row)));
            }
        }
        return seen.size();
    }
}
