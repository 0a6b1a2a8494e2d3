package himalia.kernel.cells;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a member of a class mentions, and what that mentions, and so on. */
final class Reach {
    private Reach() {}

    /** Returns the keys that one leads to, itself among them. */
    static Set<String> of(String key, Map<String, Set<String>> uses) {
        var found = new HashSet<String>();
        add(key, uses, found);
        return found;
    }

    private static void add(String key, Map<String, Set<String>> uses, Set<String> found) {
        if (found.add(key)) {
            uses.getOrDefault(key, Set.of()).forEach(next -> add(next, uses, found));
        }
    }
}
