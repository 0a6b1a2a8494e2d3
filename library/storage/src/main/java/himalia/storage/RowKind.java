package himalia.storage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** What a column of a row store holds, and which values fit in without a change. */
enum RowKind {
    FLAG("true and false", new ArrowType.Bool(), boolean.class, Boolean.class),
    INT(
            "whole numbers of 32 bits",
            new ArrowType.Int(32, true),
            int.class,
            Integer.class,
            short.class,
            Short.class,
            byte.class,
            Byte.class),
    LONG("whole numbers", new ArrowType.Int(64, true), long.class, Long.class),
    FLOAT(
            "numbers of 32 bits",
            new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE),
            float.class,
            Float.class),
    DOUBLE(
            "numbers",
            new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE),
            double.class,
            Double.class),
    DATE("dates", new ArrowType.Date(DateUnit.DAY), LocalDate.class),
    TIME("times of day", new ArrowType.Time(TimeUnit.MICROSECOND, 64), LocalTime.class),
    LOCAL(
            "points in time",
            new ArrowType.Timestamp(TimeUnit.MICROSECOND, null),
            LocalDateTime.class),
    MOMENT(
            "points in time with a zone",
            new ArrowType.Timestamp(TimeUnit.MICROSECOND, "UTC"),
            Instant.class),
    TEXT("texts", new ArrowType.Utf8(), String.class, CharSequence.class, char.class);

    private final String words;
    private final ArrowType arrow;
    private final Class<?>[] types;

    RowKind(String words, ArrowType arrow, Class<?>... types) {
        this.words = words;
        this.arrow = arrow;
        this.types = types;
    }

    String words() {
        return words;
    }

    ArrowType arrow() {
        return arrow;
    }

    /** Returns the kind of a component of a record, if it is a single value. */
    static Optional<RowKind> of(Class<?> type) {
        if (type.isEnum() || type == Character.class) {
            return Optional.of(TEXT);
        }
        return Arrays.stream(values())
                .filter(kind -> Arrays.asList(kind.types).contains(type))
                .findFirst();
    }

    static RowKind of(Column<?> column) {
        return switch (column.type().name()) {
            case "BOOLEAN" -> FLAG;
            case "SHORT", "INTEGER" -> INT;
            case "LONG" -> LONG;
            case "FLOAT" -> FLOAT;
            case "DOUBLE" -> DOUBLE;
            case "LOCAL_DATE" -> DATE;
            case "LOCAL_TIME" -> TIME;
            case "LOCAL_DATE_TIME" -> LOCAL;
            case "INSTANT" -> MOMENT;
            default -> TEXT;
        };
    }

    /** Returns a column of a table that has no rows yet. */
    Column<?> column(String name) {
        return switch (this) {
            case FLAG -> BooleanColumn.create(name);
            case INT -> IntColumn.create(name);
            case LONG -> LongColumn.create(name);
            case FLOAT -> FloatColumn.create(name);
            case DOUBLE -> DoubleColumn.create(name);
            case DATE -> DateColumn.create(name);
            case TIME -> TimeColumn.create(name);
            case LOCAL -> DateTimeColumn.create(name);
            case MOMENT -> InstantColumn.create(name);
            case TEXT -> StringColumn.create(name);
        };
    }

    /** Returns the kind of values that have a type of Arrow's, whatever their unit, if they are single values. */
    static Optional<RowKind> of(ArrowType type) {
        if (type instanceof ArrowType.Timestamp stamp) {
            return Optional.of(stamp.getTimezone() == null ? LOCAL : MOMENT);
        }
        if (type instanceof ArrowType.Time) {
            return Optional.of(TIME);
        }
        return Arrays.stream(values()).filter(kind -> kind.arrow.equals(type)).findFirst();
    }

    /** Returns the value as the column holds it; nothing where it would be another one. */
    Optional<Object> exact(Object value) {
        return switch (this) {
            case FLAG -> same(value, Boolean.class);
            case INT -> whole(value).filter(n -> n == n.intValue()).map(Long::intValue);
            case LONG -> whole(value).map(n -> n);
            case FLOAT -> number(value).filter(n -> n.floatValue() == n).map(Double::floatValue);
            case DOUBLE -> number(value).map(n -> n);
            case DATE -> same(value, LocalDate.class);
            case TIME -> same(value, LocalTime.class);
            case LOCAL -> same(value, LocalDateTime.class);
            case MOMENT -> same(value, Instant.class);
            case TEXT -> text(value);
        };
    }

    private static Optional<Object> same(Object value, Class<?> type) {
        return type.isInstance(value) ? Optional.of(value) : Optional.empty();
    }

    private static Optional<Object> text(Object value) {
        boolean isText =
                value instanceof CharSequence
                        || value instanceof Character
                        || value instanceof Enum<?>;
        return isText ? Optional.of(value.toString()) : Optional.empty();
    }

    private static Optional<Long> whole(Object value) {
        if (value instanceof BigInteger large && large.bitLength() < Long.SIZE) {
            return Optional.of(large.longValue());
        }
        boolean isWhole =
                value instanceof Long
                        || value instanceof Integer
                        || value instanceof Short
                        || value instanceof Byte;
        return isWhole ? Optional.of(((Number) value).longValue()) : Optional.empty();
    }

    private static Optional<Double> number(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return Optional.of(((Number) value).doubleValue());
        }
        var digits =
                value instanceof BigDecimal decimal
                        ? Optional.of(decimal)
                        : value instanceof BigInteger large
                                ? Optional.of(new BigDecimal(large))
                                : whole(value).map(BigDecimal::valueOf);
        return digits.filter(
                        exact -> {
                            double near = exact.doubleValue();
                            return Double.isFinite(near)
                                    && BigDecimal.valueOf(near).compareTo(exact) == 0;
                        })
                .map(BigDecimal::doubleValue);
    }
}
