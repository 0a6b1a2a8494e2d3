package himalia.table;

import himalia.display.bundle.JdbcTimes;
import himalia.display.bundle.PlainText;
import himalia.display.bundle.PresentValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/** Makes a column of values: of the type that they are, or of texts where that type would change one of them. */
final class ValuesColumn {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.nnnnnnnnn");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnn");

    private static final Set<Class<?>> LONGS = Set.of(long.class, Long.class, OptionalLong.class);

    private final String name;
    private final List<@Nullable Object> values;

    private ValuesColumn(String name, List<@Nullable Object> values) {
        this.name = name;
        this.values = values;
    }

    /**
     * Returns the column.
     *
     * @param called what the column is to who made the rows, for messages: {@code key}
     * @param declared what it holds where no value tells
     * @throws IllegalArgumentException if its values are of two kinds, naming the first row of each
     */
    static Column<?> of(String called, String name, List<?> given, Optional<Class<?>> declared) {
        var values = new ArrayList<@Nullable Object>(given.size());
        given.forEach(value -> values.add(plain(value)));
        var column = new ValuesColumn(name, values);
        var kind = column.kind(called).or(() -> declared.map(ValueKind::of));
        return column.of(kind.orElse(ValueKind.TEXTS), declared);
    }

    /** Returns the column, where no value is there one of the kind of another. */
    static Column<?> like(Column<?> other, String name, List<? extends @Nullable Object> values) {
        if (values.stream().anyMatch(Objects::nonNull)) {
            return of("column", name, values, Optional.empty());
        }
        var column = other.emptyCopy().setName(name);
        values.forEach(value -> column.appendMissing());
        return column;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        var present = PresentValue.of(value);
        var plain = present == null ? null : JdbcTimes.plain(present);
        return plain instanceof Date moment ? moment.toInstant() : plain;
    }

    private Optional<ValueKind> kind(String called) {
        int first = -1;
        ValueKind kind = null;
        for (int row = 0; row < values.size(); row++) {
            var value = values.get(row);
            if (value == null) {
                continue;
            }
            var other = ValueKind.of(value.getClass());
            if (kind == null) {
                kind = other;
                first = row;
            } else if (!kind.goesWith(other)) {
                throw mixed(called, first, kind, row, other);
            }
            kind = kind == ValueKind.WHOLE ? other : kind;
        }
        return Optional.ofNullable(kind);
    }

    private IllegalArgumentException mixed(
            String called, int first, ValueKind kind, int row, ValueKind other) {
        return new IllegalArgumentException(
                "%s '%s' holds %s in row %d (%s) and %s in row %d (%s); a column holds one kind: make them all text, or all numbers"
                        .formatted(
                                called,
                                name,
                                kind.words(),
                                first,
                                told(values.get(first)),
                                other.words(),
                                row,
                                told(values.get(row))));
    }

    private static String told(@Nullable Object value) {
        var text = PlainText.of(value);
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private Column<?> of(ValueKind kind, Optional<Class<?>> declared) {
        return switch (kind) {
            case WHOLE -> whole(declared);
            case NUMBERS ->
                    areAll(Float.class)
                            ? exactly(ColumnType.FLOAT).orElseGet(this::texts)
                            : exactly(ColumnType.DOUBLE).orElseGet(this::texts);
            case FLAGS -> exactly(ColumnType.BOOLEAN).orElseGet(this::texts);
            case DATES -> exactly(ColumnType.LOCAL_DATE).orElseGet(this::texts);
            case TIMES -> exactly(ColumnType.LOCAL_TIME).orElseGet(this::texts);
            case LOCAL_MOMENTS -> exactly(ColumnType.LOCAL_DATE_TIME).orElseGet(this::texts);
            case MOMENTS -> exactly(ColumnType.INSTANT).orElseGet(this::texts);
            case TEXTS, NESTED -> texts();
        };
    }

    private Column<?> whole(Optional<Class<?>> declared) {
        boolean isLong =
                values.stream().anyMatch(Long.class::isInstance)
                        || declared.filter(LONGS::contains).isPresent();
        return Optional.<Column<?>>empty()
                .or(() -> isLong ? Optional.empty() : exactly(ColumnType.INTEGER))
                .or(() -> exactly(ColumnType.LONG))
                .orElseGet(this::texts);
    }

    private boolean areAll(Class<?> type) {
        var there = values.stream().filter(Objects::nonNull).toList();
        return !there.isEmpty() && there.stream().allMatch(type::isInstance);
    }

    /** Returns a column of a type, unless one of the values would be another one there. */
    private Optional<Column<?>> exactly(ColumnType type) {
        var column = type.create(name);
        for (int row = 0; row < values.size(); row++) {
            var value = values.get(row);
            if (value == null) {
                column.appendMissing();
                continue;
            }
            var cell = value instanceof Number number ? number(number, type) : value;
            if (cell == null) {
                return Optional.empty();
            }
            if (!isTaken(column, cell)) {
                return Optional.empty();
            }
            boolean isNan = cell.equals(Double.NaN) || cell.equals(Float.NaN);
            if (!isNan && (column.isMissing(row) || !column.get(row).equals(cell))) {
                return Optional.empty();
            }
        }
        return Optional.of(column);
    }

    /** Tablesaw packs a moment by its day, and the last ones of all have none that it knows. */
    private static boolean isTaken(Column<?> column, Object cell) {
        try {
            column.appendObj(cell);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Returns the number as this type has it; null if it has not. */
    private static @Nullable Number number(Number value, ColumnType type) {
        double real = value.doubleValue();
        if (type == ColumnType.FLOAT || !Double.isFinite(real)) {
            boolean isTooLarge = !(value instanceof Double || value instanceof Float);
            return isTooLarge
                    ? null
                    : value instanceof Float && type == ColumnType.DOUBLE ? real : value;
        }
        if (type == ColumnType.DOUBLE) {
            boolean isReal = value instanceof Double || value instanceof Float;
            return isReal || isWritten(value, real) ? real : null;
        }
        long whole = value.longValue();
        if (new BigDecimal(value.toString()).compareTo(BigDecimal.valueOf(whole)) != 0) {
            return null;
        }
        if (type == ColumnType.LONG) {
            return whole;
        }
        return (int) whole == whole ? (int) whole : null;
    }

    /** Written in decimals, the double is this number. */
    private static boolean isWritten(Number value, double real) {
        return new BigDecimal(Double.toString(real)).compareTo(new BigDecimal(value.toString()))
                == 0;
    }

    private StringColumn texts() {
        var column = StringColumn.create(name);
        for (var value : values) {
            if (value == null) {
                column.appendMissing();
            } else {
                column.append(text(value));
            }
        }
        return column;
    }

    /** Times have one form, in which they sort as times do. */
    private static String text(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Instant moment) {
            return moment(moment);
        }
        if (value instanceof LocalDateTime moment) {
            return MOMENT.format(moment);
        }
        return value instanceof LocalTime time ? TIME.format(time) : PlainText.of(value);
    }

    /** The years of moments go further than those of dates. */
    private static String moment(Instant moment) {
        try {
            return MOMENT.format(moment.atOffset(ZoneOffset.UTC)) + "Z";
        } catch (DateTimeException e) {
            return moment.toString();
        }
    }
}
