package himalia.kernel.protocol.json;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one JSON text, once. */
final class JsonWriter {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(256);

    String text() {
        return out.toString();
    }

    JsonWriter append(@Nullable Object value, int depth) {
        if (depth > Json.DEEPEST) {
            throw new IllegalArgumentException(
                    "values nested deeper than "
                            + Json.DEEPEST
                            + " have no JSON; does one contain itself?");
        }
        if (value == null) {
            out.append("null");
        } else if (value instanceof CharSequence text) {
            string(text.toString());
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof Boolean flag) {
            out.append(flag.booleanValue());
        } else if (value instanceof Map<?, ?> map) {
            object(map, depth);
        } else if (value instanceof Iterable<?> items) {
            array(items, depth);
        } else if (value instanceof byte[] bytes) {
            // Base64 has nothing to escape.
            out.append('"').append(Base64.getEncoder().encodeToString(bytes)).append('"');
        } else if (value.getClass().isArray()) {
            array(value, depth);
        } else if (value instanceof Character c) {
            string(c.toString());
        } else {
            throw new IllegalArgumentException(
                    value.getClass().getName()
                            + " has no JSON; give a map, list, array, text, number, boolean or null");
        }
        return this;
    }

    private void object(Map<?, ?> map, int depth) {
        out.append('{');
        boolean first = true;
        for (var entry : map.entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            string(String.valueOf(entry.getKey()));
            out.append(':');
            append(entry.getValue(), depth + 1);
        }
        out.append('}');
    }

    private void array(Iterable<?> items, int depth) {
        out.append('[');
        boolean first = true;
        for (var item : items) {
            if (!first) {
                out.append(',');
            }
            first = false;
            append(item, depth + 1);
        }
        out.append(']');
    }

    private void array(Object array, int depth) {
        out.append('[');
        int length = Array.getLength(array);
        for (int i = 0; i < length; i++) {
            if (i > 0) {
                out.append(',');
            }
            append(Array.get(array, i), depth + 1);
        }
        out.append(']');
    }

    private void number(Number number) {
        if (number instanceof Long
                || number instanceof Integer
                || number instanceof Short
                || number instanceof Byte) {
            out.append(number.longValue());
        } else if (number instanceof BigInteger || number instanceof BigDecimal) {
            out.append(number);
        } else if (number instanceof Float real) {
            // Its own digits: 0.1f as a double would read 0.10000000149011612.
            out.append(real.isNaN() || real.isInfinite() ? "null" : real.toString());
        } else {
            double real = number.doubleValue();
            if (Double.isNaN(real) || Double.isInfinite(real)) {
                out.append("null");
            } else if (!(number instanceof Double) && real == number.longValue()) {
                out.append(number.longValue());
            } else {
                out.append(real);
            }
        }
    }

    private void string(String text) {
        out.append('"');
        int start = 0;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\' && !isLoneSurrogate(text, i)) {
                if (Character.isHighSurrogate(c)) {
                    i++;
                }
                continue;
            }
            out.append(text, start, i);
            start = i + 1;
            escape(c);
        }
        out.append(text, start, length).append('"');
    }

    /** Half a character cannot be said in UTF-8; escaped, it survives the way to a front end. */
    private static boolean isLoneSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (!Character.isSurrogate(c)) {
            return false;
        }
        return Character.isLowSurrogate(c)
                || i + 1 == text.length()
                || !Character.isLowSurrogate(text.charAt(i + 1));
    }

    private void escape(char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default ->
                    out.append("\\u")
                            .append(HEX.charAt(c >> 12 & 15))
                            .append(HEX.charAt(c >> 8 & 15))
                            .append(HEX.charAt(c >> 4 & 15))
                            .append(HEX.charAt(c & 15));
        }
    }
}
