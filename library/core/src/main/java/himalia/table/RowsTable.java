package himalia.table;

import himalia.display.bundle.Listed;
import himalia.display.bundle.NamedPart;
import himalia.display.bundle.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Makes a table of rows: records, maps, or lists of values. */
final class RowsTable {
    static {
        FirstTable.begin();
    }

    private static final int LISTED = 20;

    private RowsTable() {}

    static Table of(Collection<?> rows, List<String> names) {
        var first = rows.stream().filter(Objects::nonNull).findFirst().orElse(null);
        if (first == null || values(first).isPresent()) {
            return ofValues(rows, names);
        }
        var parts = NamedPart.of(rows).orElseThrow(() -> mixed(rows, first));
        var called = first instanceof Record ? "component" : "key";
        var columns = new ArrayList<Column<?>>();
        for (var part : chosen(parts, names, called)) {
            var values = new ArrayList<@Nullable Object>(rows.size());
            rows.forEach(row -> values.add(part.value(row)));
            columns.add(ValuesColumn.of(called, part.name(), values, part.type()));
        }
        return table(first instanceof Record ? first.getClass().getSimpleName() : "", columns);
    }

    private static List<NamedPart> chosen(
            List<NamedPart> parts, List<String> names, String called) {
        if (names.isEmpty()) {
            return parts;
        }
        var known = new HashMap<String, NamedPart>();
        parts.forEach(part -> known.put(part.name(), part));
        var chosen = new ArrayList<NamedPart>();
        for (var name : names) {
            var part = known.get(name);
            if (part == null) {
                throw new IllegalArgumentException(
                        "no %s '%s' in the rows%s There are: %s"
                                .formatted(
                                        called,
                                        name,
                                        Nearest.to(name, known.keySet())
                                                .map(near -> "; did you mean '" + near + "'?")
                                                .orElse("."),
                                        Listed.of(
                                                parts.stream().map(NamedPart::name).toList(),
                                                LISTED)));
            }
            chosen.add(part);
        }
        return chosen;
    }

    private static Table ofValues(Collection<?> rows, List<String> names) {
        if (names.isEmpty() && !rows.isEmpty()) {
            throw new IllegalArgumentException(
                    "rows of values want names for their columns: Tables.of(rows, \"name\", \"age\")");
        }
        var columns = new ArrayList<List<@Nullable Object>>();
        names.forEach(name -> columns.add(new ArrayList<>()));
        int number = 0;
        for (var row : rows) {
            var values = row == null ? new Object[names.size()] : cells(row, number);
            if (values.length != names.size()) {
                throw new IllegalArgumentException(
                        "row %d has %d values, and there are %d names: %s"
                                .formatted(
                                        number,
                                        values.length,
                                        names.size(),
                                        Listed.of(names, LISTED)));
            }
            for (int i = 0; i < values.length; i++) {
                columns.get(i).add(values[i]);
            }
            number++;
        }
        var made = new ArrayList<Column<?>>();
        for (int i = 0; i < names.size(); i++) {
            made.add(ValuesColumn.of("column", names.get(i), columns.get(i), Optional.empty()));
        }
        return table("", made);
    }

    private static @Nullable Object[] cells(Object row, int number) {
        return values(row)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "row %d is %s, and the rows before it are lists of values"
                                                .formatted(number, type(row))));
    }

    private static Optional<@Nullable Object[]> values(Object row) {
        return row instanceof List<?> list
                ? Optional.of(list.toArray())
                : row instanceof Object[] array ? Optional.of(array) : Optional.empty();
    }

    private static Table table(String name, List<Column<?>> columns) {
        Map<String, String> known = new HashMap<>();
        for (var column : columns) {
            var other = known.put(column.name().toLowerCase(Locale.ROOT), column.name());
            if (other != null) {
                throw new IllegalArgumentException(
                        "two columns would be one to a table, which takes small and capital letters for the same: '%s' and '%s'; rename one"
                                .formatted(other, column.name()));
            }
        }
        return Table.create(name, columns.toArray(Column<?>[]::new));
    }

    private static IllegalArgumentException mixed(Collection<?> rows, Object first) {
        boolean isNamed = first instanceof Map || first instanceof Record;
        if (!isNamed) {
            return new IllegalArgumentException(
                    "the rows of a table are records, maps or lists of values; the first is %s: %s"
                            .formatted(
                                    type(first),
                                    "a single column is made by DoubleColumn.create(\"x\", …)"));
        }
        var list = Arrays.asList(rows.toArray());
        for (int row = 0; row < list.size(); row++) {
            var other = list.get(row);
            boolean isLike =
                    first instanceof Map
                            ? other instanceof Map
                            : first.getClass().isInstance(other);
            if (other != null && !isLike) {
                return new IllegalArgumentException(
                        "the rows of a table are of one class; the first is %s, and row %d is %s"
                                .formatted(type(first), row, type(other)));
            }
        }
        return new IllegalArgumentException("the rows changed while they were read");
    }

    private static String type(Object value) {
        return "of type " + (value instanceof Map ? "Map" : value.getClass().getSimpleName());
    }
}
