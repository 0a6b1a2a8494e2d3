package himalia.table;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.columns.Column;

/** Times of a column as whole steps from some beginning. */
final class TimeSteps {
    /** A Monday, from which weeks are counted. */
    private static final LocalDateTime MONDAY = LocalDate.of(1970, 1, 5).atStartOfDay();

    private static final LocalDateTime ZERO = LocalDate.of(1970, 1, 1).atStartOfDay();

    private final Column<?> column;
    private final ChronoUnit unit;
    private final long length;
    private final LocalDateTime zero;

    private TimeSteps(Column<?> column, ChronoUnit unit, long length, LocalDateTime zero) {
        this.column = column;
        this.unit = unit;
        this.length = length;
        this.zero = zero;
    }

    /** Refuses what cannot be stepped through. */
    private static void check(Column<?> column, ChronoUnit unit, long length) {
        var type = column.type();
        if (type != ColumnType.LOCAL_DATE
                && type != ColumnType.LOCAL_DATE_TIME
                && type != ColumnType.INSTANT) {
            throw new IllegalArgumentException(
                    "column '%s' holds %s, and dates or points in time are wanted%s"
                            .formatted(
                                    column.name(),
                                    Tables.kind(column),
                                    type == ColumnType.STRING
                                            ? ": Columns.toDatetime reads texts as such"
                                            : ""));
        }
        if (unit.compareTo(ChronoUnit.YEARS) > 0 || unit == ChronoUnit.HALF_DAYS) {
            throw new IllegalArgumentException(
                    "%s: units go from nanoseconds to years".formatted(unit));
        }
        if (type == ColumnType.LOCAL_DATE && unit.isTimeBased() && !isDays(unit, length)) {
            throw new IllegalArgumentException(
                    "column '%s' holds dates, which have no %s"
                            .formatted(column.name(), unit.toString().toLowerCase(Locale.ROOT)));
        }
        int missing = Tables.countMissing(column);
        if (missing > 0) {
            throw new IllegalArgumentException(
                    "%d of %d rows miss '%s', so they belong to no time; Tables.dropMissing(table, \"%3$s\") leaves them out"
                            .formatted(missing, column.size(), column.name()));
        }
    }

    /** Steps of one unit of the calendar each. */
    static TimeSteps of(Column<?> column, ChronoUnit unit) {
        check(column, unit, 1);
        return new TimeSteps(column, unit, 1, unit == ChronoUnit.WEEKS ? MONDAY : ZERO);
    }

    /** Steps of a length, from the midnight before the first of the times, as pandas counts them. */
    static TimeSteps of(Column<?> column, Duration length) {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("a length of %s is none".formatted(length));
        }
        boolean isWhole = length.toNanosPart() == 0;
        var unit = isWhole ? ChronoUnit.SECONDS : ChronoUnit.NANOS;
        long units = isWhole ? length.toSeconds() : length.toNanos();
        check(column, unit, units);
        var first = ZERO;
        for (int row = 0; row < column.size(); row++) {
            var time = time(column.get(row));
            first = row == 0 || time.isBefore(first) ? time : first;
        }
        return new TimeSteps(column, unit, units, first.toLocalDate().atStartOfDay());
    }

    private static boolean isDays(ChronoUnit unit, long length) {
        return unit == ChronoUnit.SECONDS && length % Duration.ofDays(1).toSeconds() == 0;
    }

    long[] steps() {
        long[] steps = new long[column.size()];
        for (int row = 0; row < steps.length; row++) {
            steps[row] = Math.floorDiv(between(time(column.get(row))), length);
        }
        return steps;
    }

    /** Returns how many whole units lie between the beginning and a time, less than none before it. */
    private long between(LocalDateTime time) {
        long whole = unit.between(zero, time);
        return zero.plus(whole, unit).isAfter(time) ? whole - 1 : whole;
    }

    private static LocalDateTime time(Object value) {
        if (value instanceof LocalDate date) {
            return date.atStartOfDay();
        }
        return value instanceof Instant moment
                ? LocalDateTime.ofInstant(moment, ZoneOffset.UTC)
                : (LocalDateTime) value;
    }

    /** Returns when a step begins, as the column has it. */
    Object beginning(long step) {
        var time = zero.plus(step * length, unit);
        if (column.type() == ColumnType.LOCAL_DATE) {
            return time.toLocalDate();
        }
        return column.type() == ColumnType.INSTANT ? time.toInstant(ZoneOffset.UTC) : time;
    }

    Column<?> beginnings(long first, long last) {
        var beginnings = column.emptyCopy();
        for (long step = first; step <= last; step++) {
            beginnings.appendObj(beginning(step));
        }
        return beginnings;
    }

    String words() {
        return length == 1
                ? unit.toString().toLowerCase(Locale.ROOT)
                : "steps of %d %s".formatted(length, unit.toString().toLowerCase(Locale.ROOT));
    }
}
