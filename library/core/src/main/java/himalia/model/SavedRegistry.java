package himalia.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * Finds the records that files may hold, by the names that stand for them there: the simple ones, and where two jars have
 * one of the same name, the whole ones.
 */
final class SavedRegistry {
    private final Map<String, List<Class<? extends Record>>> types = new TreeMap<>();

    private SavedRegistry(Iterable<SavedTypes> jars) {
        for (var jar : jars) {
            for (var type : jar.types()) {
                add(type.getSimpleName(), type);
                add(type.getName(), type);
            }
        }
    }

    /** Asks the jars there are now: a notebook may have got another one. */
    static SavedRegistry current() {
        return of(ServiceLoader.load(SavedTypes.class));
    }

    static SavedRegistry of(Iterable<SavedTypes> jars) {
        return new SavedRegistry(jars);
    }

    private void add(String name, Class<? extends Record> type) {
        var known = types.computeIfAbsent(name, unknown -> new ArrayList<>());
        if (!known.contains(type)) {
            known.add(type);
        }
    }

    /** Returns the name of a record's type in files. */
    String name(Record record) {
        var type = record.getClass();
        var known = types.getOrDefault(type.getSimpleName(), List.of());
        if (!known.contains(type)) {
            throw new IllegalArgumentException(
                    "%s is not known to model files, so no reader could make it again; name it in a SavedTypes of its jar"
                            .formatted(withArticle(type.getSimpleName())));
        }
        return known.size() == 1 ? type.getSimpleName() : type.getName();
    }

    private static String withArticle(String name) {
        return ("AEIOU".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
    }

    /** Returns the type that a name stands for. */
    Class<? extends Record> type(String name) {
        var known = types.getOrDefault(name, List.of());
        if (known.isEmpty()) {
            throw new IllegalArgumentException(
                    "it holds a '%s', which no jar here knows; add the jar that the model was made with"
                            .formatted(name));
        }
        if (known.size() > 1) {
            throw new IllegalArgumentException(
                    "it holds a '%s', and two jars have one: %s and %s; load it where only the jar is that the model was made with"
                            .formatted(name, known.get(0).getName(), known.get(1).getName()));
        }
        return known.get(0);
    }
}
