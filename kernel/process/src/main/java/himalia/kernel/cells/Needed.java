package himalia.kernel.cells;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/** Which of the earlier declarations that may have to be compiled anew really have to, by what the compiler saw them mention. */
final class Needed {
    private final Map<String, Entry> anew;
    private final Map<String, Set<String>> uses;
    private final Predicate<String> otherwise;
    private final BiPredicate<Entry, Set<String>> leavesWith;
    private final Function<String, Set<String>> heads;

    /**
     * @param anew what may have to, by keys
     * @param uses what the members of the class mention of it, by keys
     * @param otherwise whether a method, by its key, is not called as before
     * @param leavesWith whether a declaration goes where others go
     * @param heads the names that the head of a method mentions, by its key
     */
    Needed(
            Map<String, Entry> anew,
            Map<String, Set<String>> uses,
            Predicate<String> otherwise,
            BiPredicate<Entry, Set<String>> leavesWith,
            Function<String, Set<String>> heads) {
        this.heads = heads;
        this.anew = anew;
        this.uses = uses;
        this.otherwise = otherwise;
        this.leavesWith = leavesWith;
    }

    /** Returns the keys of those that do, where some of them do in any case. */
    Set<String> from(Set<String> some) {
        var needed = new HashSet<>(some);
        var moving = new HashSet<>(uses.keySet());
        moving.removeAll(anew.keySet());
        moving.addAll(needed);
        boolean more = true;
        while (more) {
            more = false;
            var others = calledOtherwise(moving);
            for (var entry : anew.values()) {
                // A class finds the methods that it calls wherever they are.
                var from = entry.kind() == Entry.Kind.METHOD ? moving : others;
                boolean mentions = mentioned(entry.key()).stream().anyMatch(from::contains);
                if (mentions) {
                    more |= moving.add(entry.key());
                }
                // Who calls a method that only goes along calls the same one where it was.
                if (mentions || leavesWith.test(entry, needed)) {
                    more |= needed.add(entry.key());
                }
            }
        }
        return needed;
    }

    /** Returns what is not called or named as it was. */
    private Set<String> calledOtherwise(Set<String> moving) {
        var others = new HashSet<String>();
        var types = new HashSet<String>();
        for (var key : moving) {
            if (!Entry.isMethod(key)) {
                others.add(key);
                types.add(Entry.nameIn(key));
            }
        }
        for (var key : moving) {
            if (Entry.isMethod(key)
                    && (otherwise.test(key)
                            || heads.apply(key).stream().anyMatch(types::contains))) {
                others.add(key);
            }
        }
        return others;
    }

    private Set<String> mentioned(String key) {
        return uses.getOrDefault(key, Set.of());
    }
}
