package himalia.magics.spi;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The line of a magic that somebody is typing, and what the notebook has for it.
 *
 * @param words the words that stand in the line, without the one that is being typed
 * @param variables the variables of the session that have a value, by name
 * @param directory the folder that magics start from
 */
public record LineSoFar(List<String> words, Map<String, Object> variables, Path directory) {
    public LineSoFar {
        words = List.copyOf(words);
        variables = new LinkedHashMap<>(variables);
    }

    /** Returns the variables of a type, by name. */
    public <T> Map<String, T> variables(Class<T> type) {
        var found = new LinkedHashMap<String, T>();
        variables.forEach(
                (name, value) -> {
                    if (type.isInstance(value)) {
                        found.put(name, type.cast(value));
                    }
                });
        return found;
    }

    /** Returns those variables of a type that the words name; where they name none, all of the type. */
    public <T> Map<String, T> meant(Class<T> type) {
        var all = variables(type);
        var named = new LinkedHashMap<>(all);
        named.keySet().retainAll(words);
        return named.isEmpty() ? all : named;
    }
}
