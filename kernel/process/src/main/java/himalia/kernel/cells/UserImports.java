package himalia.kernel.cells;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The imports that the user wrote. */
final class UserImports {
    private final Map<String, String> bySimpleName = new LinkedHashMap<>();

    /** Adds one, in the place of an earlier one of the same simple name. */
    void add(String name) {
        bySimpleName.put(simple(name), name);
    }

    /** Returns those that a text with these words needs, and the extra ones in any case. */
    List<String> neededFor(Set<String> words, List<String> extra) {
        var all = new LinkedHashMap<>(bySimpleName);
        extra.forEach(name -> all.put(simple(name), name));
        var needed = new ArrayList<String>();
        all.forEach(
                (simple, name) -> {
                    if (extra.contains(name) || name.endsWith("*") || words.contains(simple)) {
                        needed.add(name);
                    }
                });
        return needed;
    }

    /** Returns the simple names that are imported one by one. */
    Set<String> names() {
        return bySimpleName.keySet();
    }

    List<String> all() {
        return List.copyOf(bySimpleName.values());
    }

    /** A star import is known by its package. */
    static String simple(String name) {
        return name.endsWith("*") ? name : name.substring(name.lastIndexOf('.') + 1);
    }
}
