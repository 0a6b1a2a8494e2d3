package himalia.features.leakage;

import himalia.table.Moments;
import himalia.table.Tables;
import java.util.Arrays;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** Dates, times of a date and times of the day as numbers of seconds: they have an order, and may be near each other. */
final class Seconds {
    private Seconds() {}

    static boolean are(Column<?> column) {
        return Moments.areDated(column) || column instanceof TimeColumn;
    }

    /** Whether both tables count theirs from the same moment, and to the same one. */
    static boolean areBoth(Column<?> one, Column<?> other) {
        return are(one) && one.type().equals(other.type());
    }

    /** Returns the seconds; NaN where a value is missing. */
    static double[] of(Column<?> column) {
        if (!(column instanceof TimeColumn times)) {
            return Moments.of(column);
        }
        var seconds = new double[times.size()];
        Arrays.setAll(
                seconds,
                row ->
                        Tables.isMissing(times, row)
                                ? Double.NaN
                                : times.get(row).toNanoOfDay() / 1e9);
        return seconds;
    }
}
