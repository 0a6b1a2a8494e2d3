package himalia.storage;

import himalia.display.bundle.Listed;
import himalia.display.bundle.Nearest;
import himalia.table.Tables;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * Rows as the user has them, turned into values that the columns of a store hold.
 *
 * @param store what the store is called in messages
 * @param columns those of the store
 */
record RowValues(String store, List<RowColumn> columns) {
    private static final int LISTED = 20;
    private static final int NO_ROW = -1;

    /** Returns the columns of rows that are records of a type. */
    static List<RowColumn> columns(Class<? extends Record> type) {
        var columns = new ArrayList<RowColumn>();
        for (var component : type.getRecordComponents()) {
            var kind =
                    RowKind.of(single(component))
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "%s.%s is %s, and a RowStore holds single values: numbers, texts, times, true and false"
                                                            .formatted(
                                                                    type.getSimpleName(),
                                                                    component.getName(),
                                                                    component
                                                                            .getType()
                                                                            .getSimpleName())));
            columns.add(new RowColumn(component.getName(), kind));
        }
        return columns;
    }

    private static Class<?> single(RecordComponent component) {
        Type type = component.getGenericType();
        return component.getType() == Optional.class
                        && type instanceof ParameterizedType optional
                        && optional.getActualTypeArguments()[0] instanceof Class<?> held
                ? held
                : component.getType();
    }

    static List<RowColumn> columns(Table table) {
        return table.columns().stream()
                .map(column -> new RowColumn(column.name(), RowKind.of(column)))
                .toList();
    }

    /** Returns the values of a record; {@code parts} are those of its class. */
    @Nullable Object[] of(Record row, RecordParts parts) {
        if (!parts.names().equals(names(columns))) {
            checkNames(parts.names(), "the row");
        }
        var values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            var column = columns.get(i);
            var given = parts.value(row, parts.names().indexOf(column.name()));
            values[i] = held(column, given, NO_ROW);
        }
        return values;
    }

    @Nullable Object[] of(Map<String, ?> row) {
        var values = new @Nullable Object[columns.size()];
        boolean isWhole = row.size() == values.length;
        for (var column : columns) {
            isWhole &= row.containsKey(column.name());
        }
        if (!isWhole) {
            checkNames(row.keySet().stream().map(String::valueOf).toList(), "the row");
        }
        for (int i = 0; i < values.length; i++) {
            var column = columns.get(i);
            values[i] = held(column, row.get(column.name()), NO_ROW);
        }
        return values;
    }

    /** Returns all rows, so that none is taken where one does not fit. */
    List<@Nullable Object[]> of(Table table) {
        checkNames(table.columnNames(), "table '%s'".formatted(table.name()));
        var rows = new ArrayList<@Nullable Object[]>(table.rowCount());
        for (int row = 0; row < table.rowCount(); row++) {
            rows.add(new @Nullable Object[columns.size()]);
        }
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var cells = Tables.column(table, column.name());
            for (int row = 0; row < rows.size(); row++) {
                var value = Tables.isMissing(cells, row) ? null : cells.get(row);
                rows.get(row)[i] = held(column, value, row);
            }
        }
        return rows;
    }

    private void checkNames(List<String> given, String row) {
        var known = names(columns);
        for (var name : given) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "%s has '%s', and %s has no such column%s"
                                .formatted(row, name, store, there(name)));
            }
        }
        for (var name : known) {
            if (!given.contains(name)) {
                throw new IllegalArgumentException(
                        "%s has no '%s', and %s has that column; a value that is missing is null"
                                .formatted(row, name, store));
            }
        }
    }

    private @Nullable Object held(RowColumn column, @Nullable Object given, int row) {
        var value = given instanceof Optional<?> optional ? optional.orElse(null) : given;
        // A table takes it for a missing one.
        boolean isNan =
                value instanceof Double number && number.isNaN()
                        || value instanceof Float small && small.isNaN();
        if (value == null || isNan && isNumber(column.kind())) {
            if (column.required()) {
                throw new IllegalArgumentException(
                        "column '%s' of %s is missing%s, and the file says that it never is"
                                .formatted(column.name(), store, in(row)));
            }
            return null;
        }
        return column.kind()
                .exact(value)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "column '%s' of %s holds %s, and cannot hold %s (%s)%s unchanged"
                                                .formatted(
                                                        column.name(),
                                                        store,
                                                        column.kind().words(),
                                                        quoted(value),
                                                        value.getClass().getSimpleName(),
                                                        in(row))));
    }

    private static String in(int row) {
        return row == NO_ROW ? "" : " in row " + row;
    }

    private static boolean isNumber(RowKind kind) {
        return kind == RowKind.DOUBLE || kind == RowKind.FLOAT;
    }

    private static String quoted(Object value) {
        return value instanceof CharSequence
                ? "'" + BadFile.shortened(value.toString()) + "'"
                : BadFile.shortened(String.valueOf(value));
    }

    IllegalArgumentException unknown(String column) {
        return new IllegalArgumentException(
                "no column '%s' in %s%s".formatted(column, store, there(column)));
    }

    private String there(String name) {
        var hint = Nearest.hint(name, names(columns));
        return (hint.isEmpty() ? "; there are: " : hint + " There are: ")
                + Listed.of(names(columns), LISTED);
    }

    /** Returns a row as a map, in the order of the columns. */
    Map<String, @Nullable Object> map(@Nullable Object[] row) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < row.length; i++) {
            map.put(columns.get(i).name(), row[i]);
        }
        return map;
    }

    /** Returns the columns in words: {@code id (whole numbers), name (texts)}. */
    String words() {
        return Listed.of(
                columns.stream()
                        .map(column -> column.name() + " (" + column.kind().words() + ")")
                        .toList(),
                LISTED);
    }

    static List<String> names(List<RowColumn> columns) {
        return columns.stream().map(RowColumn::name).toList();
    }
}
