package himalia.storage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Dates and times of workbooks: numbers of days, which only their format tells from others. */
final class ExcelDates {
    /** From 1 March 1900 on, because a workbook counts a 29 February 1900 that never was. */
    private static final LocalDateTime ZERO = LocalDate.of(1899, 12, 30).atStartOfDay();

    private static final LocalDateTime ZERO_OF_1904 = LocalDate.of(1904, 1, 1).atStartOfDay();

    /** The first day whose number means the same to all programs. */
    static final LocalDate FIRST = LocalDate.of(1900, 3, 1);

    private static final BigDecimal MILLIS = BigDecimal.valueOf(86_400_000);

    private ExcelDates() {}

    /** What a format makes of a number. */
    enum Kind {
        NUMBER,
        TIME,
        DURATION,
        MOMENT
    }

    /** Returns what the format of a cell says, by its number and, of those that a workbook made itself, by its text. */
    static Kind kind(@Nullable Integer id, @Nullable String format) {
        if (id != null && id == 46) {
            return Kind.DURATION;
        }
        if (id != null && (id >= 18 && id <= 21 || id >= 45 && id <= 47)) {
            return Kind.TIME;
        }
        if (id != null && (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58)) {
            return Kind.MOMENT;
        }
        if (format == null) {
            return Kind.NUMBER;
        }
        // What is quoted, escaped, or a colour or a language in brackets is no letter of the
        // format; [h] is one.
        var letters =
                format.replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.", "")
                        .replaceAll("\\[(?![hms]+\\])[^\\]]*\\]", "")
                        .toLowerCase(Locale.ROOT);
        if (letters.equals("general")) {
            return Kind.NUMBER;
        }
        if (letters.contains("y") || letters.contains("d")) {
            return Kind.MOMENT;
        }
        // In brackets hours do not begin anew after a day.
        if (letters.contains("[")) {
            return Kind.DURATION;
        }
        return letters.contains("h") || letters.contains("s") ? Kind.TIME : Kind.NUMBER;
    }

    static LocalDateTime moment(BigDecimal days, boolean from1904) {
        var zero = from1904 ? ZERO_OF_1904 : days.intValue() < 60 ? ZERO.plusDays(1) : ZERO;
        return zero.plus(millis(days), ChronoUnit.MILLIS);
    }

    /** Returns a time of day; of more than a day there is none. */
    static @Nullable LocalTime time(BigDecimal days) {
        long millis = millis(days);
        return millis < 0 || millis >= MILLIS.longValue()
                ? null
                : LocalTime.ofNanoOfDay(millis * 1_000_000);
    }

    static Duration duration(BigDecimal days) {
        return Duration.ofMillis(millis(days));
    }

    /** Returns the duration that a text is, where a workbook can have it: none before 0, which it shows as a row of #. */
    static Optional<Duration> duration(String text) {
        // Most texts are none, and each would be an exception.
        if (!text.startsWith("PT")) {
            return Optional.empty();
        }
        try {
            var duration = Duration.parse(text);
            boolean isKept =
                    !duration.isNegative()
                            && duration.toString().equals(text)
                            && duration.equals(duration(BigDecimal.valueOf(days(duration))));
            return isKept ? Optional.of(duration) : Optional.empty();
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    static double days(Duration duration) {
        return duration.toMillis() / MILLIS.doubleValue();
    }

    private static long millis(BigDecimal days) {
        return days.multiply(MILLIS).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    static double days(LocalTime time) {
        return time.toNanoOfDay() / 86_400e9;
    }
}
