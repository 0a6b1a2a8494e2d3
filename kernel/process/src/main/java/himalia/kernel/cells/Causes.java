package himalia.kernel.cells;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Why earlier declarations are compiled anew, or are no more: which of the names that they mention mean something else. */
final class Causes {
    /** The names that mean something else, the likelier first. */
    private final Set<String> changed;

    private final Set<String> declared;
    private final Function<Entry, Optional<Entry>> leader;

    /** What changes only with something else, by its name. */
    private final Map<String, List<Entry>> followers = new HashMap<>();

    /**
     * @param otherwise the names that mean something else by what the cell declares
     * @param declared those that the cell declares itself
     * @param anew what is compiled anew with them, but for what was not there, or not whole, before: that is a cause itself
     * @param broken what does not compile with them
     * @param leader what a type only goes along with
     */
    Causes(
            Redeclared otherwise,
            Set<String> declared,
            Collection<Entry> anew,
            Collection<Entry> broken,
            Function<Entry, Optional<Entry>> leader) {
        this.declared = declared;
        this.leader = leader;
        changed = new LinkedHashSet<>(otherwise.changed());
        changed.addAll(otherwise.redone());
        Stream.of(anew, broken).flatMap(Collection::stream).forEach(this::follows);
        changed.addAll(declared);
    }

    private void follows(Entry entry) {
        changed.add(entry.name());
        followers.computeIfAbsent(entry.name(), name -> new ArrayList<>()).add(entry);
    }

    /** Returns the name that a declaration mentions and that changed: one that the cell declares before others. */
    String of(Entry entry) {
        return among(entry, declared)
                .or(() -> among(entry, changed))
                .orElse(entry.kind() == Entry.Kind.VARIABLE ? entry.type() : entry.name());
    }

    /** Returns the name that changed by itself, on the shortest way to it. */
    String root(Entry entry) {
        var seen = new HashSet<String>();
        var next = new ArrayDeque<>(List.of(entry));
        for (var one = next.poll(); one != null; one = next.poll()) {
            var cause = of(one);
            if (declared.contains(cause) || !followers.containsKey(cause)) {
                return cause;
            }
            for (var name : changed) {
                if (mentions(one, name) && seen.add(name)) {
                    next.addAll(followers.getOrDefault(name, List.of()));
                }
            }
        }
        return of(entry);
    }

    private Optional<String> among(Entry entry, Set<String> some) {
        return changed.stream()
                .filter(some::contains)
                .filter(name -> mentions(entry, name))
                .findFirst();
    }

    /** Overloads have one name, which is no cause. */
    private boolean mentions(Entry entry, String name) {
        if (name.equals(entry.name())) {
            return false;
        }
        return entry.words().contains(name)
                || leader.apply(entry)
                        .filter(other -> !other.name().equals(name))
                        .filter(other -> other.words().contains(name))
                        .isPresent();
    }
}
