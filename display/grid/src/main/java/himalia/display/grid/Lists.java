package himalia.display.grid;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists whose elements have named parts, records or maps, seen as rows and columns. */
final class Lists {
    /** How many elements are looked at to learn what the list holds. */
    private static final int LOOK = 100;

    private Lists() {}

    /** Returns the list as a grid, unless its elements are something else. */
    static Optional<GridSource> source(List<?> list) {
        var head =
                list.subList(0, Math.min(LOOK, list.size())).stream()
                        .filter(Objects::nonNull)
                        .toList();
        if (!head.isEmpty() && head.stream().allMatch(Map.class::isInstance)) {
            return Optional.of(maps(list, head));
        }
        var first = head.isEmpty() ? null : head.get(0);
        if (first instanceof Record && head.stream().allMatch(first.getClass()::isInstance)) {
            return Optional.of(records(list, first.getClass()));
        }
        return Optional.empty();
    }

    private static GridSource maps(List<?> list, List<?> head) {
        var keys = new LinkedHashSet<Object>();
        head.forEach(row -> keys.addAll(((Map<?, ?>) row).keySet()));
        var columns = new ArrayList<>(keys);
        return new Rows(
                "",
                columns.stream().map(CellText::text).toList(),
                columns.stream().map(key -> typeOf(head, key)).toList(),
                RowCount.of(list.size()),
                (row, column) ->
                        list.get(row) instanceof Map<?, ?> map
                                ? map.get(columns.get(column))
                                : null);
    }

    private static String typeOf(List<?> head, @Nullable Object key) {
        var names = new LinkedHashSet<String>();
        var nulls = false;
        for (var row : head) {
            var value = ((Map<?, ?>) row).get(key);
            nulls |= value == null;
            if (value != null) {
                names.add(typeName(value.getClass()));
            }
        }
        return (names.size() == 1 ? names.iterator().next() : "Object") + (nulls ? "?" : "");
    }

    private static GridSource records(List<?> list, Class<?> type) {
        var components = type.getRecordComponents();
        for (var component : components) {
            // A record declared in a cell is not public, and still the user's own.
            component.getAccessor().setAccessible(true);
        }
        return new Rows(
                // What a row of a magic is called is no name that the user knows.
                type.getName().startsWith("himalia.magics.") ? "" : type.getSimpleName(),
                Arrays.stream(components).map(RecordComponent::getName).toList(),
                Arrays.stream(components).map(c -> c.getType().getSimpleName()).toList(),
                RowCount.of(list.size()),
                (row, column) -> value(components[column], list.get(row)));
    }

    private static @Nullable Object value(RecordComponent component, @Nullable Object row) {
        try {
            return row == null ? null : component.getAccessor().invoke(row);
        } catch (IllegalAccessException | InvocationTargetException | IllegalArgumentException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            return component.getName() + "() failed: " + cause;
        }
    }

    /** Boxes are shown as what is in them. */
    static String typeName(Class<?> type) {
        for (var known : List.<Class<?>>of(List.class, Map.class, Set.class)) {
            if (known.isAssignableFrom(type) && !Modifier.isPublic(type.getModifiers())) {
                return known.getSimpleName();
            }
        }
        return type == Integer.class
                ? "int"
                : type == Character.class
                        ? "char"
                        : Number.class.isAssignableFrom(type)
                                                && type.getPackageName().equals("java.lang")
                                        || type == Boolean.class
                                ? type.getSimpleName().toLowerCase(java.util.Locale.ROOT)
                                : type.getSimpleName();
    }
}
