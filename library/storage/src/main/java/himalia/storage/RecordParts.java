package himalia.storage;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The components of a record's class, as they are read from row after row.
 *
 * @param type the class
 * @param names in their order
 * @param accessors that give their values
 */
record RecordParts(Class<?> type, List<String> names, List<Method> accessors) {
    static RecordParts of(Class<?> type) {
        var components = type.getRecordComponents();
        var accessors = Arrays.stream(components).map(RecordComponent::getAccessor).toList();
        // A record declared in a cell is not public, and still the user's own.
        accessors.forEach(accessor -> accessor.setAccessible(true));
        return new RecordParts(
                type, Arrays.stream(components).map(RecordComponent::getName).toList(), accessors);
    }

    @Nullable Object value(Record row, int component) {
        try {
            return accessors.get(component).invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "%s of the row cannot be read: %s".formatted(names.get(component), e), e);
        }
    }
}
