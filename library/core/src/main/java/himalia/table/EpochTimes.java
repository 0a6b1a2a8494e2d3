package himalia.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;

/** Numbers that count from the beginning of 1970 as points in time, which end with milliseconds. */
final class EpochTimes {
    private static final int LAST_YEAR = 9999;

    private static final long DAYS_OF_WEEK = 7;
    private static final double NANOS = 1e3;
    private static final long MICROS = 1000;
    private static final long NANOS_OF_MILLI = 1_000_000;

    private EpochTimes() {}

    static InstantColumn of(NumericColumn<?> column, ChronoUnit unit) {
        if (unit.compareTo(ChronoUnit.WEEKS) > 0) {
            throw new IllegalArgumentException(
                    "unit %s is not as long each time; take WEEKS or a shorter one, such as ChronoUnit.MILLIS"
                            .formatted(unit.name()));
        }
        var times = InstantColumn.create(column.name());
        for (int row = 0; row < column.size(); row++) {
            if (Tables.isMissing(column, row)) {
                times.appendMissing();
            } else {
                times.append(time(column, row, unit));
            }
        }
        return times;
    }

    private static Instant time(NumericColumn<?> column, int row, ChronoUnit unit) {
        boolean isReal = column instanceof DoubleColumn || column instanceof FloatColumn;
        double real = column.getDouble(row);
        long whole = column instanceof LongColumn longs ? longs.getLong(row) : (long) real;
        try {
            var time = isReal ? real(real, unit) : whole(whole, unit);
            int year = time.atOffset(ZoneOffset.UTC).getYear();
            if (year >= 1 && year <= LAST_YEAR) {
                return time.truncatedTo(ChronoUnit.MILLIS);
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Further away than any year.
        }
        throw new IllegalArgumentException(
                "column '%s' holds %s in row %d, which in %s from 1970 is in no year from 1 to %d; name the unit that it counts, such as ChronoUnit.MILLIS"
                        .formatted(
                                column.name(),
                                isReal ? String.valueOf(real) : String.valueOf(whole),
                                row,
                                unit.name().toLowerCase(Locale.ROOT),
                                LAST_YEAR));
    }

    private static Instant whole(long number, ChronoUnit unit) {
        // An instant knows no weeks.
        return unit == ChronoUnit.WEEKS
                ? Instant.EPOCH.plus(Math.multiplyExact(number, DAYS_OF_WEEK), ChronoUnit.DAYS)
                : Instant.EPOCH.plus(number, unit);
    }

    /** Cut downwards, but where it lacks less than half a nanosecond, to which pandas rounds what is behind the point. */
    private static double millis(double number) {
        double below = Math.floor(number);
        return Math.rint((number - below) * NANOS_OF_MILLI) == NANOS_OF_MILLI ? below + 1 : below;
    }

    /**
     * Of parts of a millisecond a double holds whole numbers, which are cut as others are. One of seconds holds microseconds at most, and
     * what it holds of a millisecond may be a little less.
     */
    private static Instant real(double number, ChronoUnit unit) {
        if (unit.compareTo(ChronoUnit.MILLIS) < 0 && Double.isFinite(number)) {
            var millis =
                    new BigDecimal(number)
                            .multiply(BigDecimal.valueOf(unit.getDuration().toNanos()))
                            .divide(BigDecimal.valueOf(NANOS_OF_MILLI), 0, RoundingMode.FLOOR);
            return Instant.ofEpochMilli(millis.longValueExact());
        }
        if (unit == ChronoUnit.MILLIS) {
            return Instant.ofEpochMilli((long) millis(number));
        }
        double micros = number * (unit.getDuration().toNanos() / NANOS);
        return Instant.ofEpochMilli(Math.floorDiv(Math.round(micros), MICROS));
    }
}
