package himalia.streaming;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads the text of a value as the type of a record's component. */
final class TextValue {
    private TextValue() {}

    /** Returns how a text of a type is written, in words behind it; nothing where that is plain. */
    static String form(Class<?> type) {
        if (type == Instant.class) {
            return ", 2026-03-01T12:00:00Z; LocalDateTime takes a time without a zone";
        }
        if (type == LocalDateTime.class) {
            return ", 2026-03-01T12:00:00";
        }
        if (type == LocalDate.class) {
            return ", 2026-03-01";
        }
        return isKnown(type)
                ? ""
                : "; what a line is read into are texts, numbers, truths, times and constants of an enum";
    }

    private static boolean isKnown(Class<?> type) {
        return type.isPrimitive()
                || type.isEnum()
                || type.getPackageName().equals("java.lang")
                || type == BigDecimal.class;
    }

    /** @throws IllegalArgumentException if it is none */
    static @Nullable Object of(@Nullable String text, Class<?> type) {
        if (text == null) {
            if (type.isPrimitive()) {
                throw new IllegalArgumentException("missing");
            }
            return null;
        }
        var value = text.strip();
        if (type == String.class) {
            return text;
        }
        if (type == int.class || type == Integer.class) {
            return Integer.valueOf(value);
        }
        if (type == long.class || type == Long.class) {
            return Long.valueOf(value);
        }
        if (type == double.class || type == Double.class) {
            return finite(value, Double.valueOf(value));
        }
        if (type == float.class || type == Float.class) {
            return finite(value, Float.valueOf(value));
        }
        if (type == BigDecimal.class) {
            return new BigDecimal(value);
        }
        if (type == boolean.class || type == Boolean.class) {
            return truth(value);
        }
        return type.isEnum() ? constant(value, type) : time(value, type);
    }

    /** Refuses digits that are more than there is a number for. */
    private static Number finite(String value, Number number) {
        if (Double.isInfinite(number.doubleValue()) && !value.endsWith("Infinity")) {
            throw new IllegalArgumentException(value);
        }
        return number;
    }

    private static boolean truth(String value) {
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException(value);
        }
        return Boolean.parseBoolean(value);
    }

    private static Object constant(String value, Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> ((Enum<?>) each).name().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(value));
    }

    private static Object time(String value, Class<?> type) {
        if (type == Instant.class) {
            return Instant.parse(value);
        }
        if (type == LocalDateTime.class) {
            return LocalDateTime.parse(value.replace(' ', 'T'));
        }
        if (type == LocalDate.class) {
            return LocalDate.parse(value);
        }
        throw new IllegalArgumentException("no text is a " + type.getSimpleName());
    }
}
