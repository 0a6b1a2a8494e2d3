package himalia.javac;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A part of a source.
 *
 * @param start where it begins
 * @param end where it has ended
 */
public record Stretch(int start, int end) {
    /** Returns those that are in no other, each once, in their order. */
    public static List<Stretch> outermost(Collection<Stretch> all) {
        return all.stream()
                .distinct()
                .filter(each -> all.stream().noneMatch(other -> other.holds(each)))
                .sorted(Comparator.comparing(Stretch::start))
                .toList();
    }

    private boolean holds(Stretch other) {
        return !equals(other) && start <= other.start && other.end <= end;
    }
}
