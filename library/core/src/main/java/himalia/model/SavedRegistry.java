package himalia.model;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Finds the records that files may hold, by the names that stand for them there. */
final class SavedRegistry {
    private final Map<String, Class<? extends Record>> types;

    private SavedRegistry(Map<String, Class<? extends Record>> types) {
        this.types = types;
    }

    /** Asks the jars there are now: a notebook may have got another one. */
    static SavedRegistry current() {
        var types = new TreeMap<String, Class<? extends Record>>();
        for (var some : ServiceLoader.load(SavedTypes.class)) {
            for (var type : some.types()) {
                var other = types.put(type.getSimpleName(), type);
                if (other != null && other != type) {
                    throw new IllegalStateException(
                            "two jars call a record of model files %s: %s and %s"
                                    .formatted(type.getSimpleName(), other, type));
                }
            }
        }
        return new SavedRegistry(types);
    }

    /** Returns the name of a record's type in files. */
    String name(Record record) {
        var type = record.getClass();
        if (types.get(type.getSimpleName()) != type) {
            throw new IllegalArgumentException(
                    "a %s is not known to model files, so no reader could make it again; name it in a SavedTypes of its jar"
                            .formatted(type.getSimpleName()));
        }
        return type.getSimpleName();
    }

    /** Returns the type that a name stands for. */
    Class<? extends Record> type(String name) {
        var type = types.get(name);
        if (type == null) {
            throw new IllegalArgumentException(
                    "it holds a '%s', which no jar here knows; add the jar that the model was made with"
                            .formatted(name));
        }
        return type;
    }
}
