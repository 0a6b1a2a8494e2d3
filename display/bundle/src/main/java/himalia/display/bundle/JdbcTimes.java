package himalia.display.bundle;

import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;

/** Dates and times of JDBC, whose clock is that of no zone, as those of {@code java.time}. */
public final class JdbcTimes {
    private JdbcTimes() {}

    /** Returns the same date or time, and any other value as it is. */
    public static Object plain(Object value) {
        if (value instanceof Timestamp moment) {
            return moment.toLocalDateTime();
        }
        if (value instanceof Date day) {
            return day.toLocalDate();
        }
        // What it has of a second, its own method drops.
        return value instanceof Time time
                ? time.toLocalTime().plus(Math.floorMod(time.getTime(), 1_000L), ChronoUnit.MILLIS)
                : value;
    }
}
