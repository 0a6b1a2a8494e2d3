package himalia.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import org.apache.arrow.vector.types.TimeUnit;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.TimeColumn;

/** Columns of times. As texts, all of a column have the seconds and as many digits as its unit, so that they sort as times do. */
final class ExactTimes {
    private static final long DAY = 86_400_000_000_000L;

    private static final long FIRST_SECOND = newYear(-Short.MAX_VALUE);
    private static final long END_SECOND = newYear(Short.MAX_VALUE + 1);

    private ExactTimes() {}

    private static long newYear(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }

    /** A time of the day, in nanoseconds; the end of a day is 24:00, which no table has but as a text. */
    static void append(ExactColumn<LocalTime> column, long nanos, TimeUnit unit) {
        if (nanos == DAY) {
            var end = text("HH:mm:ss", unit).format(LocalTime.MIN).replaceFirst("00", "24");
            column.append(LocalTime.MAX, false, () -> end);
            return;
        }
        var time = LocalTime.ofNanoOfDay(nanos);
        column.append(time, isExact(time.getNano()));
    }

    static ExactColumn<LocalDate> days(String name) {
        return new ExactColumn<>(DateColumn.create(name), EndlessTimes::text);
    }

    static ExactColumn<LocalTime> ofDay(String name, TimeUnit unit) {
        return new ExactColumn<>(TimeColumn.create(name), text("HH:mm:ss", unit)::format);
    }

    static ExactColumn<LocalDateTime> local(String name, TimeUnit unit) {
        var form = moment("", unit);
        return new ExactColumn<>(
                DateTimeColumn.create(name), time -> EndlessTimes.text(time, form::format));
    }

    static ExactColumn<Instant> instants(String name, TimeUnit unit) {
        var form = moment("'Z'", unit);
        return new ExactColumn<>(
                InstantColumn.create(name), time -> EndlessTimes.text(time, form::format));
    }

    /** Tablesaw keeps a year in a short: one past it would come back as another. */
    static boolean isExact(LocalDate day) {
        return Math.abs(day.getYear()) <= Short.MAX_VALUE;
    }

    static boolean isExact(LocalDateTime time) {
        return isExact(time.getNano()) && isExact(time.toLocalDate());
    }

    static boolean isExact(Instant time) {
        long second = time.getEpochSecond();
        return isExact(time.getNano()) && second >= FIRST_SECOND && second < END_SECOND;
    }

    /** Tablesaw's times end with milliseconds. */
    private static boolean isExact(int nanos) {
        return nanos % 1_000_000 == 0;
    }

    private static DateTimeFormatter moment(String zone, TimeUnit unit) {
        return new DateTimeFormatterBuilder()
                .append(text("uuuu-MM-dd'T'HH:mm:ss", unit))
                .appendPattern(zone)
                .toFormatter()
                .withZone(ZoneOffset.UTC);
    }

    private static DateTimeFormatter text(String pattern, TimeUnit unit) {
        int digits = unit.ordinal() * 3;
        var built = new DateTimeFormatterBuilder().appendPattern(pattern);
        return (digits == 0
                        ? built
                        : built.appendFraction(ChronoField.NANO_OF_SECOND, digits, digits, true))
                .toFormatter();
    }
}
