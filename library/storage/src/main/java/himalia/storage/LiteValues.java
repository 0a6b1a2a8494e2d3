package himalia.storage;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/**
 * Values as SQLite holds them. It has no decimals: its driver would bind a text, which is larger than any number there. It has
 * no times: they are texts, and are compared with those that {@code datetime()} and other programs write, with a blank.
 */
final class LiteValues {
    private static final DateTimeFormatter CLOCK =
            new DateTimeFormatterBuilder()
                    .appendPattern("HH:mm:ss")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .toFormatter();
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .appendLiteral(' ')
                    .append(CLOCK)
                    .toFormatter();

    private LiteValues() {}

    static @Nullable Object of(@Nullable Object value) {
        if (value instanceof BigDecimal exact) {
            return number(exact);
        }
        if (value instanceof LocalDateTime time) {
            return TIME.format(time);
        }
        if (value instanceof OffsetDateTime time) {
            return TIME.format(time.withOffsetSameInstant(ZoneOffset.UTC)) + "+00:00";
        }
        return value instanceof LocalTime time ? CLOCK.format(time) : value;
    }

    private static Number number(BigDecimal exact) {
        try {
            return exact.longValueExact();
        } catch (ArithmeticException e) {
            double nearest = exact.doubleValue();
            if (!isExact(nearest, exact)) {
                throw new IllegalArgumentException(
                        "%s has more digits than a number of SQLite; hand over a text of it, x.toPlainString(), or x.doubleValue()"
                                .formatted(exact));
            }
            return nearest;
        }
    }

    /** A double may be told by its shortest digits or by all: both read as the same number again. */
    private static boolean isExact(double nearest, BigDecimal exact) {
        return Double.isFinite(nearest)
                && (BigDecimal.valueOf(nearest).compareTo(exact) == 0
                        || new BigDecimal(nearest).compareTo(exact) == 0);
    }
}
