package himalia.featurestore;

import himalia.display.bundle.Listed;
import himalia.table.Tables;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Columns of times, as milliseconds since 1970 in UTC. */
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
        var millis = new long[column.size()];
        for (int row = 0; row < millis.length; row++) {
            millis[row] =
                    Tables.isMissing(column, row) ? MISSING : moment(column, row, where, zone);
        }
        return millis;
    }

    private static long moment(Column<?> column, int row, String where, ZoneId zone) {
        try {
            if (column instanceof InstantColumn instants) {
                return instants.get(row).toEpochMilli();
            }
            if (column instanceof DateTimeColumn times) {
                return millis(times.get(row), zone);
            }
            if (column instanceof DateColumn days) {
                return millis(days.get(row).atStartOfDay(), zone);
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "%s, column '%s', row %d: the time %s cannot be counted (%s)"
                            .formatted(where, column.name(), row, column.get(row), e.getMessage()),
                    e);
        }
        throw noTime(column, where);
    }

    private static long millis(LocalDateTime time, ZoneId zone) {
        return time.atZone(zone).toInstant().toEpochMilli();
    }

    static boolean isTime(Column<?> column) {
        return column instanceof InstantColumn
                || column instanceof DateTimeColumn
                || column instanceof DateColumn;
    }

    /** Refuses a column that holds something else. */
    static void check(Column<?> column, String where) {
        if (!isTime(column)) {
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
