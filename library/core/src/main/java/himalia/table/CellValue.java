package himalia.table;

import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.columns.Column;

/** A cell as a value of some class, where it is one to the last digit. */
final class CellValue {
    private static final Map<Class<?>, Function<BigDecimal, Object>> NUMBERS =
            Map.of(
                    Byte.class, BigDecimal::byteValueExact,
                    Short.class, BigDecimal::shortValueExact,
                    Integer.class, BigDecimal::intValueExact,
                    Long.class, BigDecimal::longValueExact,
                    Float.class, BigDecimal::floatValue,
                    Double.class, BigDecimal::doubleValue,
                    BigInteger.class, BigDecimal::toBigIntegerExact,
                    BigDecimal.class, number -> number);

    /** Long decimals and times past milliseconds are texts in a table. */
    private static final Map<Class<?>, Function<String, Object>> TEXTS =
            Map.of(
                    BigInteger.class, BigInteger::new,
                    BigDecimal.class, BigDecimal::new,
                    LocalDate.class, LocalDate::parse,
                    LocalTime.class, LocalTime::parse,
                    LocalDateTime.class, LocalDateTime::parse,
                    Instant.class, Instant::parse);

    private CellValue() {}

    static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    /** Returns a cell that is not missing; nothing where it is no such value. */
    static Optional<Object> as(Class<?> wanted, Column<?> column, int row) {
        var value = column.get(row);
        if (wanted.isInstance(value)) {
            return Optional.of(value);
        }
        if (wanted == String.class) {
            return Optional.of(Tables.level(column, row));
        }
        try {
            return value instanceof Number number
                    ? number(wanted, number)
                    : text(wanted, String.valueOf(value));
        } catch (ArithmeticException | NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> number(Class<?> wanted, Number number) {
        if (!Double.isFinite(number.doubleValue())) {
            return wanted == Double.class
                    ? Optional.of(number.doubleValue())
                    : wanted == Float.class ? Optional.of(number.floatValue()) : Optional.empty();
        }
        var decimal = new BigDecimal(number.toString());
        return Optional.ofNullable(NUMBERS.get(wanted))
                .map(read -> read.apply(decimal))
                .filter(read -> new BigDecimal(read.toString()).compareTo(decimal) == 0);
    }

    private static Optional<Object> text(Class<?> wanted, String text) {
        if (wanted == Character.class) {
            return text.length() == 1 ? Optional.of(text.charAt(0)) : Optional.empty();
        }
        return wanted.isEnum()
                ? Arrays.stream(wanted.getEnumConstants())
                        .filter(constant -> ((Enum<?>) constant).name().equals(text))
                        .map(Object.class::cast)
                        .findFirst()
                : Optional.ofNullable(TEXTS.get(wanted)).map(read -> read.apply(text));
    }

    /** Returns what there is to choose from. */
    static String choices(Class<?> wanted) {
        @Nullable Object[] constants = wanted.getEnumConstants();
        return constants == null
                ? ""
                : ", one of "
                        + Arrays.stream(constants)
                                .map(constant -> String.valueOf(constant))
                                .collect(Collectors.joining(", "));
    }
}
