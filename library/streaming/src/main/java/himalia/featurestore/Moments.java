package himalia.featurestore;

import himalia.display.bundle.Listed;
import himalia.table.Tables;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Columns of times, as nanoseconds since 1970 in UTC: times that a table's own columns would cut, which it has as texts,
 * are read to their last digit.
 */
final class Moments {
    /** What a missing time is: before all others. */
    static final long MISSING = Long.MIN_VALUE;

    /** What the column of the rows that ask is called, unless there is but one of times. */
    static final String EVENT_TIMESTAMP = "event_timestamp";

    private Moments() {}

    /**
     * Reads a column.
     *
     * @param where the column is, for a message
     * @param zone of times that name none
     */
    static long[] of(Column<?> column, String where, ZoneId zone) {
        var nanos = new long[column.size()];
        for (int row = 0; row < nanos.length; row++) {
            nanos[row] = Tables.isMissing(column, row) ? MISSING : moment(column, row, where, zone);
        }
        return nanos;
    }

    private static long moment(Column<?> column, int row, String where, ZoneId zone) {
        try {
            if (column instanceof InstantColumn instants) {
                return count(instants.get(row));
            }
            if (column instanceof DateTimeColumn times) {
                return count(times.get(row).atZone(zone).toInstant());
            }
            if (column instanceof StringColumn texts && isWrittenTime(texts.get(row))) {
                return count(FeastColumns.moment(texts.get(row), zone));
            }
            if (column instanceof DateColumn days) {
                return count(days.get(row).atStartOfDay(zone).toInstant());
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "%s, column '%s', row %d: the time %s cannot be counted (%s)"
                            .formatted(where, column.name(), row, column.get(row), e.getMessage()),
                    e);
        }
        throw noTime(column, where);
    }

    /** Counts nanoseconds, which there is room for from 1677 to 2262. */
    private static long count(Instant time) {
        return Math.addExact(
                Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
    }

    /** Counts nanoseconds of a limit: what is before or after all that can be counted is the first or the last of it. */
    static long nanos(Instant limit) {
        try {
            return count(limit);
        } catch (ArithmeticException e) {
            return limit.isBefore(Instant.EPOCH) ? MISSING + 1 : Long.MAX_VALUE;
        }
    }

    /** Counts nanoseconds of a span; the most that there are of a longer one. */
    static long nanos(Duration span) {
        try {
            return span.toNanos();
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }

    private static boolean isWrittenTime(String text) {
        return text.matches("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d.*");
    }

    /** A column of texts is one of times where its first text is. */
    private static boolean areWrittenTimes(Column<?> column) {
        return column instanceof StringColumn texts
                && texts.asList().stream()
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .map(Moments::isWrittenTime)
                        .orElse(false);
    }

    static boolean isTime(Column<?> column) {
        return column instanceof InstantColumn
                || column instanceof DateTimeColumn
                || column instanceof DateColumn;
    }

    /** Refuses a column that holds something else. */
    static void check(Column<?> column, String where) {
        if (!isTime(column) && !areWrittenTimes(column)) {
            throw noTime(column, where);
        }
    }

    private static IllegalArgumentException noTime(Column<?> column, String where) {
        return new IllegalArgumentException(
                "%s: column '%s' holds %s, and a time is wanted: an instant, a date with a time, or a date"
                        .formatted(where, column.name(), Tables.kind(column)));
    }

    /** Finds the column that says for when features are asked. */
    static Column<?> asked(Table rows) {
        if (rows.containsColumn(EVENT_TIMESTAMP)) {
            var column = rows.column(EVENT_TIMESTAMP);
            check(column, "the rows that ask");
            return column;
        }
        List<Column<?>> times = rows.columns().stream().filter(Moments::isTime).toList();
        if (times.isEmpty()) {
            times = rows.columns().stream().filter(Moments::areWrittenTimes).toList();
        }
        if (times.size() == 1) {
            return times.get(0);
        }
        throw new IllegalArgumentException(
                times.isEmpty()
                        ? "the rows that ask have no column of times (they have: %s); each says for when it asks, in a column such as '%s'"
                                .formatted(Listed.of(rows.columnNames(), 20), EVENT_TIMESTAMP)
                        : "the rows that ask have several columns of times (%s); call the one for which features are asked '%s'"
                                .formatted(
                                        Listed.of(times.stream().map(Column::name).toList(), 20),
                                        EVENT_TIMESTAMP));
    }

    /** Reads for when each row asks. */
    static long[] askedFor(Table rows) {
        var column = asked(rows);
        var at = of(column, "the rows that ask", ZoneOffset.UTC);
        for (int row = 0; row < at.length; row++) {
            if (at[row] == MISSING) {
                throw new IllegalArgumentException(
                        "the rows that ask: column '%s' is missing in row %d, so nothing says for when; leave such rows out by Tables.dropMissing(rows, \"%s\")"
                                .formatted(column.name(), row, column.name()));
            }
        }
        return at;
    }
}
