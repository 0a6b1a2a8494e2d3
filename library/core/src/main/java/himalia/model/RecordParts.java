package himalia.model;

import static himalia.display.bundle.Given.given;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a record's components, and makes records of them.
 *
 * <pre>{@code
 * RecordParts.of(new Smote(5, 42)).get("neighbours")    // 5
 * }</pre>
 */
public final class RecordParts {
    private RecordParts() {}

    /** Returns the components' values by name, in order. */
    public static Map<String, Object> of(Record record) {
        given(record, "record");
        var parts = new LinkedHashMap<String, Object>();
        for (var component : record.getClass().getRecordComponents()) {
            parts.put(component.getName(), value(record, component));
        }
        return parts;
    }

    private static Object value(Record record, RecordComponent component) {
        var accessor = component.getAccessor();
        try {
            // A record written in a cell is public, but the class around it may not be.
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(
                    "cannot read setting '" + component.getName() + "' of " + record, e);
        }
    }

    /**
     * Returns the same record with another value of one component.
     *
     * @throws IllegalArgumentException if there is no such component; what the record's constructor says of the value is passed on
     */
    public static Record with(Record record, String name, Object value) {
        given(name, "name");
        given(value, "value");
        return with(record, Map.of(name, value));
    }

    /** Returns the same record with other values of some components, all of them at once: its constructor may not take one without the other. */
    public static Record with(Record record, Map<String, ?> values) {
        var parts = of(record);
        given(values, "values")
                .forEach(
                        (name, value) -> {
                            if (!parts.containsKey(name)) {
                                throw new IllegalArgumentException(
                                        "%s has no setting '%s'; it has: %s"
                                                .formatted(
                                                        record.getClass().getSimpleName(),
                                                        name,
                                                        String.join(", ", parts.keySet())));
                            }
                            parts.put(name, value);
                        });
        return make(record.getClass(), parts.values().toArray());
    }

    /** Makes a record; what its constructor says of its values is passed on. */
    static Record make(Class<? extends Record> type, Object[] values) {
        var components = type.getRecordComponents();
        var types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
        }
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException("cannot make a " + type.getSimpleName(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type.getSimpleName(), e);
        }
    }
}
