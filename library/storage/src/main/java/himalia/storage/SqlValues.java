package himalia.storage;

import himalia.display.bundle.JdbcTimes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Binds values of Java to the question marks of a statement. */
final class SqlValues {
    private static final List<Class<?>> KNOWN =
            List.of(
                    String.class,
                    Number.class,
                    Boolean.class,
                    byte[].class,
                    LocalDate.class,
                    LocalTime.class,
                    LocalDateTime.class,
                    OffsetDateTime.class,
                    UUID.class);

    private SqlValues() {}

    static void bind(PreparedStatement statement, List<?> values, boolean isDuck, boolean isLite)
            throws SQLException {
        int wanted = statement.getParameterMetaData().getParameterCount();
        if (wanted != values.size()) {
            throw new IllegalArgumentException(
                    "the statement waits for %d value%s, where ? or $1 stands, and got %d"
                            .formatted(wanted, wanted == 1 ? "" : "s", values.size()));
        }
        for (int i = 0; i < values.size(); i++) {
            var value = known(values.get(i));
            if (value instanceof String text && !WholeText.isWhole(text)) {
                throw new IllegalArgumentException(
                        "a text with half of a character cannot be handed to a database: it was cut within a pair; cut it with offsetByCodePoints"
                                + place(i, values.size()));
            }
            if ((isDuck || isLite) && value != null && !isKnown(value)) {
                throw new IllegalArgumentException(
                        "a value of type %s cannot be handed to a database: texts, numbers, true and false, dates, times and bytes can%s"
                                .formatted(kind(value), place(i, values.size())));
            }
            statement.setObject(
                    i + 1, isLite ? LiteValues.of(value) : isDuck ? DuckValues.of(value) : value);
        }
    }

    /** Returns a value as drivers know it. */
    private static @Nullable Object known(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof ZonedDateTime time) {
            return time.toOffsetDateTime();
        }
        if (value instanceof java.util.Date old) {
            return ofOld(old);
        }
        if (value instanceof BigInteger whole) {
            return new BigDecimal(whole);
        }
        if (value instanceof Optional<?> perhaps) {
            return known(perhaps.orElse(null));
        }
        if (value instanceof AtomicInteger || value instanceof AtomicLong) {
            return ((Number) value).longValue();
        }
        if (value instanceof CharSequence
                || value instanceof Character
                || value instanceof Enum
                || value instanceof Path) {
            return value.toString();
        }
        return value;
    }

    /** The classes of old are days, times of a day and times by the machine's zone, and the first of them is a moment. */
    private static Object ofOld(java.util.Date old) {
        return JdbcTimes.plain(old) instanceof java.util.Date moment
                ? Instant.ofEpochMilli(moment.getTime()).atOffset(ZoneOffset.UTC)
                : JdbcTimes.plain(old);
    }

    /** Returns whether these drivers know it: of all else they would bind a text, or fail in their own words. */
    private static boolean isKnown(Object value) {
        return KNOWN.stream().anyMatch(type -> type.isInstance(value));
    }

    private static String place(int value, int all) {
        return all == 1 ? "" : "; it is value %d of %d".formatted(value + 1, all);
    }

    /** The classes that the JDK makes lists and maps of tell nobody anything. */
    private static String kind(Object value) {
        return value instanceof List
                ? "List"
                : value instanceof Map ? "Map" : value.getClass().getSimpleName();
    }
}
