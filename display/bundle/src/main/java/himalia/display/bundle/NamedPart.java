package himalia.display.bundle;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part that rows have under one name, a component of records or a key of maps: what tables and charts read as a column.
 * A record is asked by its accessor, as code asks it; its text, which is its toString, holds what its fields do.
 *
 * <pre>{@code
 * record Person(String name, int age) {}
 * var people = List.of(new Person("Ann", 30));
 * NamedPart.of(people).orElseThrow().get(1).value(people.get(0))   // 30
 * }</pre>
 */
public final class NamedPart {
    private final @Nullable Object key;
    private final @Nullable RecordComponent component;

    private NamedPart(@Nullable Object key, @Nullable RecordComponent component) {
        this.key = key;
        this.component = component;
    }

    /** Returns the parts of rows that are all maps, or all records of one class; of no others. A null row has none. */
    public static Optional<List<NamedPart>> of(Collection<?> rows) {
        var first = rows.stream().filter(Objects::nonNull).findFirst().orElse(null);
        if (first instanceof Map && areAll(Map.class, rows)) {
            return Optional.of(keys(rows));
        }
        return first instanceof Record && areAll(first.getClass(), rows)
                ? Optional.of(components(first.getClass()))
                : Optional.empty();
    }

    private static boolean areAll(Class<?> type, Collection<?> rows) {
        return rows.stream().allMatch(row -> row == null || type.isInstance(row));
    }

    private static List<NamedPart> keys(Collection<?> rows) {
        var keys = new LinkedHashSet<@Nullable Object>();
        for (var row : rows) {
            if (row != null) {
                keys.addAll(((Map<?, ?>) row).keySet());
            }
        }
        var parts = new ArrayList<NamedPart>();
        keys.forEach(key -> parts.add(new NamedPart(key, null)));
        return parts;
    }

    private static List<NamedPart> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> new NamedPart(component.getName(), component))
                .toList();
    }

    /** Returns the component's name, or the key, which may be no text. */
    public @Nullable Object key() {
        return key;
    }

    /** Returns the name as a text. */
    public String name() {
        return String.valueOf(key);
    }

    /** Returns what a record says that its component is; nothing for a key of maps. */
    public Optional<Class<?>> type() {
        return Optional.ofNullable(component).map(RecordComponent::getType);
    }

    /**
     * Returns the part of a row; null where it has none.
     *
     * @throws IllegalArgumentException if the record's own accessor fails
     */
    public @Nullable Object value(@Nullable Object row) {
        if (row == null) {
            return null;
        }
        return component == null ? ofMap((Map<?, ?>) row) : ofRecord(component, row);
    }

    /** Returns whether a row is a map that has no such key, not one that holds null there. */
    public boolean isLackedBy(@Nullable Object row) {
        if (component != null || !(row instanceof Map<?, ?> map)) {
            return false;
        }
        try {
            return !map.containsKey(key);
        } catch (ClassCastException | NullPointerException e) {
            // Sorted maps take keys of one class, and many maps no null: they do not have this one.
            return true;
        }
    }

    private @Nullable Object ofMap(Map<?, ?> row) {
        try {
            return row.get(key);
        } catch (ClassCastException | NullPointerException e) {
            return null;
        }
    }

    private static @Nullable Object ofRecord(RecordComponent component, Object row) {
        try {
            var accessor = component.getAccessor();
            // A record declared in a cell is not public, and still the user's own.
            accessor.setAccessible(true);
            return accessor.invoke(row);
        } catch (IllegalAccessException | InvocationTargetException | IllegalArgumentException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalArgumentException(component.getName() + "() failed: " + cause, e);
        }
    }
}
