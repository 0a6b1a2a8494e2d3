package himalia.storage;

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
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Binds values of Java to the question marks of a statement. */
final class SqlValues {
    private static final List<Class<?>> KNOWN =
            List.of(
                    Number.class,
                    Boolean.class,
                    byte[].class,
                    LocalDate.class,
                    LocalTime.class,
                    LocalDateTime.class,
                    OffsetDateTime.class,
                    Date.class,
                    UUID.class);

    private SqlValues() {}

    /** SQLite has no decimals: its driver would bind a text, which is larger than any number there. */
    static void bind(PreparedStatement statement, List<?> values, boolean isLite)
            throws SQLException {
        int wanted = statement.getParameterMetaData().getParameterCount();
        if (wanted != values.size()) {
            throw new IllegalArgumentException(
                    "the statement has %d question mark%s for %d value%s"
                            .formatted(
                                    wanted,
                                    wanted == 1 ? "" : "s",
                                    values.size(),
                                    values.size() == 1 ? "" : "s"));
        }
        for (int i = 0; i < values.size(); i++) {
            var value = known(values.get(i));
            statement.setObject(
                    i + 1, isLite && value instanceof BigDecimal exact ? number(exact) : value);
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
        if (value instanceof BigInteger whole) {
            return new BigDecimal(whole);
        }
        if (value instanceof CharSequence
                || value instanceof Character
                || value instanceof Enum
                || value instanceof Path) {
            return value.toString();
        }
        if (value == null || KNOWN.stream().anyMatch(type -> type.isInstance(value))) {
            return value;
        }
        throw new IllegalArgumentException(
                "a value of type %s cannot be handed to a database: texts, numbers, true and false, dates, times and bytes can"
                        .formatted(value.getClass().getSimpleName()));
    }

    private static Number number(BigDecimal exact) {
        try {
            return exact.longValueExact();
        } catch (ArithmeticException e) {
            return exact.doubleValue();
        }
    }
}
