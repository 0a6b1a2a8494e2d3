package himalia.model;

import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a record's components as texts. */
final class Settings {
    private Settings() {}

    static Map<String, String> of(Object algorithm) {
        var settings = new LinkedHashMap<String, String>();
        var components = algorithm.getClass().getRecordComponents();
        if (components == null) {
            return settings;
        }
        for (var component : components) {
            var accessor = component.getAccessor();
            try {
                // A record written in a cell is public, but the class around it may not be.
                accessor.setAccessible(true);
                settings.put(component.getName(), String.valueOf(accessor.invoke(algorithm)));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(
                        "cannot read setting '" + component.getName() + "' of " + algorithm, e);
            }
        }
        return settings;
    }
}
