package himalia.display.chart.mark;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;
import java.util.OptionalDouble;

/**
 * Dates and times as numbers: milliseconds since 1970. What has a zone or an offset stands at its time in UTC, as
 * an {@code Instant} does, else one moment had two places; a time of day stands on the first day.
 */
public final class Moments {
    private Moments() {}

    /** Returns the milliseconds of a date or a time, nothing for another value. */
    public static OptionalDouble millis(Object value) {
        if (value instanceof LocalDateTime time) {
            return of(time);
        }
        if (value instanceof LocalDate date) {
            return of(date.atStartOfDay());
        }
        if (value instanceof Instant instant) {
            return of(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        }
        if (value instanceof LocalTime time) {
            return of(LocalDate.EPOCH.atTime(time));
        }
        if (value instanceof ZonedDateTime time) {
            return millis(time.toInstant());
        }
        if (value instanceof OffsetDateTime time) {
            return millis(time.toInstant());
        }
        if (value instanceof YearMonth month) {
            return of(month.atDay(1).atStartOfDay());
        }
        if (value instanceof Year year) {
            return of(year.atDay(1).atStartOfDay());
        }
        return value instanceof Date date
                ? OptionalDouble.of(date.getTime())
                : OptionalDouble.empty();
    }

    private static OptionalDouble of(LocalDateTime time) {
        return OptionalDouble.of(time.toEpochSecond(ZoneOffset.UTC) * 1e3 + time.getNano() / 1e6);
    }

    /** Returns where the hour, the day, the week (from Monday), the month, the quarter or the year of a time begins. */
    public static double begin(double millis, ChronoUnit unit) {
        if (!Double.isFinite(millis)) {
            return millis;
        }
        var time = time(millis);
        var day = time.toLocalDate();
        return switch (unit) {
            case SECONDS, MINUTES, HOURS -> millis(time.truncatedTo(unit)).orElseThrow();
            case DAYS -> millis(day).orElseThrow();
            case WEEKS -> millis(day.minusDays(day.getDayOfWeek().getValue() - 1L)).orElseThrow();
            case MONTHS -> millis(day.with(TemporalAdjusters.firstDayOfMonth())).orElseThrow();
            case YEARS -> millis(day.with(TemporalAdjusters.firstDayOfYear())).orElseThrow();
            case DECADES ->
                    millis(LocalDate.of(Math.floorDiv(day.getYear(), 10) * 10, 1, 1)).orElseThrow();
            default ->
                    throw new IllegalArgumentException(
                            "times are taken together by SECONDS, MINUTES, HOURS, DAYS, WEEKS,"
                                    + " MONTHS, YEARS or DECADES, got "
                                    + unit.name());
        };
    }

    /** Returns the date and time of milliseconds. */
    public static LocalDateTime time(double millis) {
        var seconds = Math.floor(millis / 1e3);
        return LocalDateTime.ofEpochSecond(
                (long) seconds, (int) ((millis - seconds * 1e3) * 1e6), ZoneOffset.UTC);
    }

    /** Returns a time as the name of the unit that it begins: {@code 2024}, {@code 2024-03}, {@code 2020s}. */
    public static String name(double millis, ChronoUnit unit, TimeForm form) {
        return form.by(unit).words(millis) + (unit == ChronoUnit.DECADES ? "s" : "");
    }
}
