package himalia.storage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds values of Java to the question marks of a statement. */
final class SqlValues {
    private SqlValues() {}

    static void bind(PreparedStatement statement, List<?> values) throws SQLException {
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
            statement.setObject(i + 1, known(values.get(i)));
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
        return value instanceof CharSequence
                        || value instanceof Character
                        || value instanceof Enum
                        || value instanceof Path
                ? value.toString()
                : value;
    }
}
