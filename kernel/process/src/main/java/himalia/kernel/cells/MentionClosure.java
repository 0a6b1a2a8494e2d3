package himalia.kernel.cells;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a member of a class mentions, and what that mentions, and so on. */
final class MentionClosure {
    private MentionClosure() {}

    /** Returns the keys that one leads to, itself among them. */
    static Set<String> of(String key, Map<String, Set<String>> uses) {
        return of(key, uses, Set.of());
    }

    /** Returns the same, but not what those of {@code ends} lead to. */
    static Set<String> of(String key, Map<String, Set<String>> uses, Set<String> ends) {
        var found = new HashSet<String>();
        add(key, uses, ends, found);
        return found;
    }

    private static void add(
            String key, Map<String, Set<String>> uses, Set<String> ends, Set<String> found) {
        if (found.add(key) && !ends.contains(key)) {
            uses.getOrDefault(key, Set.of()).forEach(next -> add(next, uses, ends, found));
        }
    }
}
