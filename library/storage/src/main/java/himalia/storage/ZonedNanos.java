package himalia.storage;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Points in time in nanoseconds, as pandas has them: DuckDB's driver gives texts of them, in the zone of the session. */
final class ZonedNanos {
    /** What DuckDB calls them. */
    static final String TYPE = "TIMESTAMPTZ_NS";

    /** As in {@code 2026-01-01 05:00:00.123456789-05}. */
    private static final DateTimeFormatter FORM =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .appendPattern(" HH:mm:ss")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .appendOffset("+HH:mm", "+00")
                    .toFormatter(Locale.ROOT);

    /** Since then no zone is off by seconds, which DuckDB does not write. */
    private static final int WHOLE_MINUTES = 1972;

    private ZonedNanos() {}

    /** Returns the time that a text says; the text where it does not say one to the second, or is one without end. */
    static Object of(String text) {
        try {
            var time = OffsetDateTime.parse(text, FORM);
            boolean isSaid =
                    time.getYear() >= WHOLE_MINUTES || time.getOffset().equals(ZoneOffset.UTC);
            return isSaid ? time : text;
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
