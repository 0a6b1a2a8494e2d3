package himalia.display.chart.data;

import himalia.display.bundle.Listed;
import himalia.display.bundle.Nearest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list of records or of maps as a table.
 *
 * @param rows the records or maps
 * @param readers what gives each column's value of a row
 */
record ListColumns(List<?> rows, Map<String, Function<Object, @Nullable Object>> readers)
        implements Columns {
    private static final int LISTED = 20;

    static ListColumns of(Iterable<?> given) {
        var rows = new ArrayList<@Nullable Object>();
        given.forEach(rows::add);
        var first = rows.stream().filter(row -> row != null).findFirst().orElse(null);
        if (first != null && rows.stream().allMatch(Map.class::isInstance)) {
            return new ListColumns(rows, keys(rows));
        }
        if (first instanceof Record && rows.stream().allMatch(first.getClass()::isInstance)) {
            return new ListColumns(rows, components(first.getClass()));
        }
        if (first == null) {
            return new ListColumns(rows, Map.of());
        }
        throw new IllegalArgumentException(
                "a chart from rows takes a table, or a list of records or of maps; got one of "
                        + first.getClass().getSimpleName());
    }

    private static Map<String, Function<Object, @Nullable Object>> keys(List<?> rows) {
        var keys = new LinkedHashSet<Object>();
        for (var row : rows) {
            ((Map<?, ?>) row).keySet().stream().filter(Objects::nonNull).forEach(keys::add);
        }
        var readers = new LinkedHashMap<String, Function<Object, @Nullable Object>>();
        keys.forEach(
                key -> readers.putIfAbsent(String.valueOf(key), row -> ((Map<?, ?>) row).get(key)));
        return readers;
    }

    private static Map<String, Function<Object, @Nullable Object>> components(Class<?> type) {
        var readers = new LinkedHashMap<String, Function<Object, @Nullable Object>>();
        for (var component : type.getRecordComponents()) {
            // A record declared in a cell is not public, and still the user's own.
            component.getAccessor().setAccessible(true);
            readers.put(component.getName(), row -> value(component, row));
        }
        return readers;
    }

    private static @Nullable Object value(RecordComponent component, Object row) {
        try {
            return component.getAccessor().invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException(
                    component.getName() + "() failed: " + e.getCause(), e);
        }
    }

    @Override
    public List<String> names() {
        return List.copyOf(readers.keySet());
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public DataColumn column(String name) {
        var reader = readers.get(name);
        if (reader == null) {
            throw new IllegalArgumentException(missing(name));
        }
        var values = new Object[rows.size()];
        Arrays.setAll(values, row -> reader.apply(rows.get(row)));
        return DataColumn.of(name, Arrays.asList(values));
    }

    private String missing(String name) {
        return readers.isEmpty()
                ? "no column '%s': there are no rows".formatted(name)
                : "no column '%s'%s There are: %s"
                        .formatted(
                                name,
                                Nearest.to(name, names())
                                        .map(near -> "; did you mean '" + near + "'?")
                                        .orElse("."),
                                Listed.of(names(), LISTED));
    }
}
