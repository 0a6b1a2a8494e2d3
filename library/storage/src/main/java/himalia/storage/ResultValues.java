package himalia.storage;

import himalia.display.bundle.JdbcTimes;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.SQLException;
import java.sql.Struct;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;

/** Values of databases, which have many classes, as few. */
final class ResultValues {
    private ResultValues() {}

    /** Returns the same value in the class of its kind that loses nothing. */
    static Object plain(Object value) throws SQLException {
        if (value instanceof Byte || value instanceof Short) {
            return ((Number) value).intValue();
        }
        if (value instanceof ZonedDateTime time) {
            return time.toOffsetDateTime();
        }
        if (value instanceof Blob blob) {
            return blob.getBytes(1, Math.toIntExact(blob.length()));
        }
        if (value instanceof Clob clob) {
            return clob.getSubString(1, Math.toIntExact(clob.length()));
        }
        return JdbcTimes.plain(value);
    }

    /** Returns a value as a text: bytes in hexadecimal, and what holds others as JSON. */
    static String text(Object value) throws SQLException {
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (isNested(value)) {
            var json = new StringBuilder();
            append(json, value);
            return json.toString();
        }
        if (value instanceof LocalDateTime time) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
        }
        if (value instanceof LocalTime time) {
            return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
        }
        return value instanceof OffsetDateTime time
                ? DateTimeFormatter.ISO_INSTANT.format(time)
                : String.valueOf(value);
    }

    private static boolean isNested(Object value) {
        return value instanceof Array
                || value instanceof Struct
                || value instanceof Map
                || value instanceof Collection
                || value instanceof Object[];
    }

    private static void append(StringBuilder json, @Nullable Object value) throws SQLException {
        if (value == null || value instanceof Boolean) {
            json.append(value);
        } else if (value instanceof Double || value instanceof Float) {
            json.append(
                    Double.isFinite(((Number) value).doubleValue()) ? value.toString() : "null");
        } else if (value instanceof Number) {
            json.append(text(value));
        } else if (value instanceof DuckDBStruct struct) {
            append(json, struct.getMap());
        } else if (value instanceof Map<?, ?> map) {
            var before = "{";
            for (var entry : map.entrySet()) {
                json.append(before);
                JsonTexts.quote(json, String.valueOf(entry.getKey()));
                append(json.append(':'), entry.getValue());
                before = ",";
            }
            json.append(map.isEmpty() ? "{}" : "}");
        } else if (isNested(value)) {
            var before = "[";
            var parts = parts(value);
            for (var part : parts) {
                append(json.append(before), part);
                before = ",";
            }
            json.append(parts.isEmpty() ? "[]" : "]");
        } else {
            JsonTexts.quote(json, text(plain(value)));
        }
    }

    private static List<?> parts(Object value) throws SQLException {
        if (value instanceof Collection<?> collection) {
            return new ArrayList<>(collection);
        }
        if (value instanceof Struct struct) {
            return Arrays.asList(struct.getAttributes());
        }
        if (value instanceof Array array) {
            return Arrays.asList((Object[]) array.getArray());
        }
        return Arrays.asList((Object[]) value);
    }
}
