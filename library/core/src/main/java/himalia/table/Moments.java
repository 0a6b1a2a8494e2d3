package himalia.table;

import static himalia.display.bundle.Given.given;

import java.time.ZoneOffset;
import java.util.Arrays;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/**
 * Columns as points of time, in seconds since 1970 where they hold dates and in their own unit where they hold numbers.
 *
 * <pre>{@code
 * Moments.of(table.column("day"))     // 1.7040672E9 for 2024-01-01
 * }</pre>
 */
public final class Moments {
    private static final double SECONDS_A_DAY = 86_400;

    private Moments() {}

    /** Returns true if a column holds dates, or times of a date. */
    public static boolean areDated(Column<?> column) {
        return given(column, "column") instanceof DateColumn
                || column instanceof DateTimeColumn
                || column instanceof InstantColumn;
    }

    /**
     * Returns the times of a column; NaN where one is missing.
     *
     * @throws IllegalArgumentException if it holds neither dates nor numbers
     */
    public static double[] of(Column<?> column) {
        if (given(column, "column") instanceof NumericColumn<?> numbers) {
            return Tables.doubles(numbers);
        }
        if (!areDated(column)) {
            throw new IllegalArgumentException(
                    "column '%s' holds %s, and a time is wanted: dates, times of a date, or numbers that grow"
                            .formatted(column.name(), Tables.kind(column)));
        }
        var moments = new double[column.size()];
        Arrays.setAll(
                moments, row -> Tables.isMissing(column, row) ? Double.NaN : moment(column, row));
        return moments;
    }

    private static double moment(Column<?> column, int row) {
        if (column instanceof DateColumn days) {
            return days.get(row).toEpochDay() * SECONDS_A_DAY;
        }
        return column instanceof DateTimeColumn times
                ? times.get(row).toInstant(ZoneOffset.UTC).toEpochMilli() / 1e3
                : ((InstantColumn) column).get(row).toEpochMilli() / 1e3;
    }
}
