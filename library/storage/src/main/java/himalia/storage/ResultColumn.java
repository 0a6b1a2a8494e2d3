package himalia.storage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.function.Supplier;
import org.apache.arrow.vector.types.TimeUnit;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/** A column of a query's result, which grows by one value of Java; the first that is not missing tells its type. */
final class ResultColumn {
    private final String name;
    private final int type;
    private final String className;
    private final TimeUnit unit;
    private @Nullable Growing growing;
    private int missing;

    /** A column of one class. */
    private record Growing(Class<?> values, Supplier<Column<?>> column, Cell cell) {}

    /** Appends a value of that class. */
    private interface Cell {
        void append(Object value) throws SQLException;
    }

    /** Begins one; {@code className} is what the database says of its values: one type stands for several of them. */
    ResultColumn(String name, int type, String className, boolean hasNanos) {
        this.name = name;
        this.type = type;
        this.className = className;
        this.unit = hasNanos ? TimeUnit.NANOSECOND : TimeUnit.MICROSECOND;
    }

    Column<?> column() {
        if (growing == null) {
            growing = begun(empty());
        }
        return growing.column().get();
    }

    void append(@Nullable Object value) throws SQLException {
        if (value == null) {
            if (growing == null) {
                missing++;
            } else {
                growing.column().get().appendMissing();
            }
            return;
        }
        var plain = ResultValues.plain(value);
        if (growing == null) {
            growing = begun(growing(plain));
        } else if (!growing.values().isInstance(plain)) {
            growing = wider(growing.column().get(), plain);
        }
        growing.cell().append(plain);
    }

    private Growing begun(Growing begun) {
        for (; missing > 0; missing--) {
            begun.column().get().appendMissing();
        }
        return begun;
    }

    /** What all is missing of has the type that the database says. */
    private Growing empty() {
        if (className.equals(BigInteger.class.getName())) {
            return growing(BigInteger.ZERO);
        }
        if (className.equals(Float.class.getName())) {
            return growing(0f);
        }
        return switch (type) {
            case Types.BOOLEAN, Types.BIT -> growing(true);
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> growing(0);
            case Types.BIGINT -> growing(0L);
            case Types.REAL, Types.FLOAT, Types.DOUBLE, Types.DECIMAL, Types.NUMERIC ->
                    growing(0.0);
            case Types.DATE -> growing(LocalDate.MIN);
            case Types.TIME -> growing(LocalTime.MIN);
            case Types.TIMESTAMP -> growing(LocalDateTime.MIN);
            case Types.TIMESTAMP_WITH_TIMEZONE -> growing(OffsetDateTime.MIN);
            default -> texts(StringColumn.create(name));
        };
    }

    /** Returns the column as one that holds a value of another class too: SQLite gives one column's numbers in several. */
    private Growing wider(Column<?> before, Object value) {
        var wider = ResultNumbers.holding(before, value);
        return wider.isPresent()
                ? new Growing(Object.class, wider.get()::column, wider.get()::append)
                : texts(before);
    }

    private Growing growing(Object first) {
        if (first instanceof Integer) {
            var whole = WholeNumbers.ints(name);
            return new Growing(
                    Integer.class, whole::column, value -> whole.append((Integer) value));
        }
        if (first instanceof Long) {
            var whole = WholeNumbers.longs(name);
            return new Growing(Long.class, whole::column, value -> whole.append((Long) value));
        }
        if (first instanceof BigInteger) {
            var whole = WholeNumbers.longs(name);
            return new Growing(
                    BigInteger.class, whole::column, value -> whole.append((BigInteger) value));
        }
        if (first instanceof BigDecimal) {
            return decimal();
        }
        if (first instanceof Float) {
            var column = FloatColumn.create(name);
            return new Growing(Float.class, () -> column, value -> column.append((Float) value));
        }
        if (first instanceof Double) {
            var column = DoubleColumn.create(name);
            return new Growing(Double.class, () -> column, value -> column.append((Double) value));
        }
        if (first instanceof Boolean) {
            var column = BooleanColumn.create(name);
            return new Growing(
                    Boolean.class, () -> column, value -> column.append((Boolean) value));
        }
        return time(first);
    }

    private Growing decimal() {
        var decimals = new ResultDecimals(name);
        return new Growing(
                BigDecimal.class, decimals::column, value -> decimals.append((BigDecimal) value));
    }

    private Growing time(Object first) {
        if (first instanceof LocalDate) {
            var column = ExactTimes.days(name);
            return new Growing(
                    LocalDate.class,
                    column::column,
                    value -> {
                        var day = (LocalDate) value;
                        column.append(day, ExactTimes.isExact(day));
                    });
        }
        if (first instanceof LocalTime) {
            var column = ExactTimes.ofDay(name, unit);
            return new Growing(
                    LocalTime.class,
                    column::column,
                    value -> ExactTimes.append(column, ((LocalTime) value).toNanoOfDay(), unit));
        }
        if (first instanceof LocalDateTime) {
            var column = ExactTimes.local(name, unit);
            return new Growing(
                    LocalDateTime.class,
                    column::column,
                    value -> {
                        var time = (LocalDateTime) value;
                        column.append(time, ExactTimes.isExact(time));
                    });
        }
        if (first instanceof OffsetDateTime) {
            var column = ExactTimes.instants(name, unit);
            return new Growing(
                    OffsetDateTime.class,
                    column::column,
                    value -> {
                        Instant time = ((OffsetDateTime) value).toInstant();
                        column.append(time, ExactTimes.isExact(time));
                    });
        }
        return texts(StringColumn.create(name));
    }

    /** Returns the column as one of texts, of whatever class its values are. */
    private Growing texts(Column<?> before) {
        var texts = StringColumn.create(name);
        for (int row = 0; row < before.size(); row++) {
            if (before.isMissing(row)) {
                texts.appendMissing();
            } else {
                texts.append(String.valueOf(before.get(row)));
            }
        }
        return new Growing(
                Object.class, () -> texts, value -> texts.append(ResultValues.text(value)));
    }
}
