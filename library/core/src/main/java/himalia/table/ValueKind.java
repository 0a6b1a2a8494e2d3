package himalia.table;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What a value is to a column. Kinds do not mix, but for whole numbers among numbers. */
enum ValueKind {
    WHOLE("whole numbers"),
    NUMBERS("numbers"),
    FLAGS("true and false"),
    DATES("dates"),
    TIMES("times"),
    LOCAL_MOMENTS("points in time"),
    MOMENTS("points in time with a zone"),
    TEXTS("text"),
    NESTED("nested values");

    private static final Set<Class<?>> WHOLE_TYPES =
            Set.of(
                    Byte.class,
                    byte.class,
                    Short.class,
                    short.class,
                    Integer.class,
                    int.class,
                    Long.class,
                    long.class,
                    OptionalInt.class,
                    OptionalLong.class,
                    java.math.BigInteger.class,
                    AtomicInteger.class,
                    AtomicLong.class);

    private final String words;

    ValueKind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static ValueKind of(Class<?> type) {
        if (WHOLE_TYPES.contains(type)) {
            return WHOLE;
        }
        boolean isReal =
                type == double.class || type == float.class || type == OptionalDouble.class;
        if (Number.class.isAssignableFrom(type) || isReal) {
            return NUMBERS;
        }
        if (type == Boolean.class || type == boolean.class) {
            return FLAGS;
        }
        if (type == LocalDate.class) {
            return DATES;
        }
        if (type == LocalTime.class) {
            return TIMES;
        }
        if (type == LocalDateTime.class) {
            return LOCAL_MOMENTS;
        }
        if (type == Instant.class) {
            return MOMENTS;
        }
        boolean isText =
                CharSequence.class.isAssignableFrom(type)
                        || type == Character.class
                        || type == char.class
                        || Enum.class.isAssignableFrom(type);
        return isText ? TEXTS : NESTED;
    }

    /** Returns whether the two stand in one column. */
    boolean goesWith(ValueKind other) {
        return this == other || isNumber() && other.isNumber();
    }

    private boolean isNumber() {
        return this == WHOLE || this == NUMBERS;
    }
}
