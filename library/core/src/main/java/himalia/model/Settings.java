package himalia.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a record's components as texts; one that is null says nothing. */
final class Settings {
    private Settings() {}

    static Map<String, String> of(Object algorithm) {
        var settings = new LinkedHashMap<String, String>();
        if (algorithm instanceof Record record) {
            RecordParts.of(record)
                    .forEach(
                            (name, value) -> {
                                if (value != null) {
                                    settings.put(name, String.valueOf(value));
                                }
                            });
        }
        return settings;
    }
}
