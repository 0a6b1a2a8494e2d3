package himalia.table;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Makes records of the rows of a table: each component from the column of its name. */
final class TableRecords<R extends Record> {
    /** What stands for a missing value, by what is wanted. */
    private static final Map<Class<?>, Object> NONE =
            Map.of(
                    Optional.class, Optional.empty(),
                    OptionalInt.class, OptionalInt.empty(),
                    OptionalLong.class, OptionalLong.empty(),
                    OptionalDouble.class, OptionalDouble.empty());

    private final Table table;
    private final Class<R> type;
    private final RecordComponent[] components;

    private TableRecords(Table table, Class<R> type) {
        this.table = table;
        this.type = type;
        this.components = type.getRecordComponents();
    }

    static <R extends Record> List<R> of(Table table, Class<R> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(
                    type.getSimpleName()
                            + " is no record; name one, such as record Point(int x, int y) {}");
        }
        return new TableRecords<>(table, type).records();
    }

    private List<R> records() {
        var columns =
                Arrays.stream(components)
                        .map(component -> Tables.column(table, component.getName()))
                        .toList();
        var constructor = constructor();
        var records = new ArrayList<R>(table.rowCount());
        for (int row = 0; row < table.rowCount(); row++) {
            var values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(columns.get(i), row, components[i]);
            }
            records.add(made(constructor, values, row));
        }
        return records;
    }

    private Constructor<R> constructor() {
        var types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            // A record declared in a cell is not public, and still the user's own.
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has this constructor", e);
        }
    }

    private R made(Constructor<R> constructor, @Nullable Object[] values, int row) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    "%s refuses row %d: %s".formatted(type.getSimpleName(), row, e.getCause()), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getSimpleName() + " cannot be made: " + e, e);
        }
    }

    /** Returns a value that is there as what is wanted, in an optional of numbers too. */
    private static Optional<Object> optional(Class<?> wanted, Column<?> column, int row) {
        if (wanted == OptionalInt.class) {
            return CellValue.as(Integer.class, column, row).map(v -> OptionalInt.of((Integer) v));
        }
        if (wanted == OptionalLong.class) {
            return CellValue.as(Long.class, column, row).map(v -> OptionalLong.of((Long) v));
        }
        return wanted == OptionalDouble.class
                ? CellValue.as(Double.class, column, row).map(v -> OptionalDouble.of((Double) v))
                : CellValue.as(CellValue.boxed(wanted), column, row);
    }

    private @Nullable Object value(Column<?> column, int row, RecordComponent component) {
        var wanted = component.getType();
        if (Tables.isMissing(column, row)) {
            if (wanted.isPrimitive()) {
                throw new IllegalArgumentException(
                        "column '%1$s' is missing in row %2$d, and %3$s.%1$s is %4$s, which always has a value; declare it %5$s, or take Tables.dropMissing(table, \"%1$s\")"
                                .formatted(
                                        column.name(),
                                        row,
                                        type.getSimpleName(),
                                        wanted,
                                        CellValue.boxed(wanted).getSimpleName()));
            }
            return NONE.get(wanted);
        }
        var value = column.get(row);
        if (wanted == Optional.class) {
            return Optional.of(value);
        }
        var read = optional(wanted, column, row);
        if (read.isEmpty()) {
            throw new IllegalArgumentException(
                    "column '%1$s' holds %2$s in row %3$d (%4$s), and %5$s.%1$s is %6$s%7$s"
                            .formatted(
                                    column.name(),
                                    Tables.kind(column),
                                    row,
                                    value,
                                    type.getSimpleName(),
                                    wanted.getSimpleName(),
                                    CellValue.choices(wanted)));
        }
        return read.get();
    }
}
