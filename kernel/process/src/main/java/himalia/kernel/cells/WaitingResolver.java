package himalia.kernel.cells;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** What of that which waits may find now what it waits for: by what a cell declares, imports and mentions. */
final class WaitingResolver implements BiPredicate<Entry, Set<String>> {
    private final Set<String> names = new HashSet<>();
    private final Set<String> mentioned;

    /** Whether a whole package is imported, where nobody knows what is in it. */
    private boolean any;

    WaitingResolver(List<Part> parts, Set<String> mentioned) {
        this.mentioned = mentioned;
        for (var part : parts) {
            if (part instanceof Part.Declaration each) {
                names.add(each.name());
            } else if (part instanceof Part.Import each) {
                var simple = UserImports.simple(each.name());
                any |= simple.equals(each.name());
                names.add(simple);
            }
        }
    }

    /** What is compiled anew may be fit now for what did not compile with it. */
    void findsToo(Set<String> anew) {
        names.addAll(anew);
    }

    /** Returns whether something may have now what it waits for: the names of that are among the {@code wanted}. */
    @Override
    public boolean test(Entry waiting, Set<String> wanted) {
        // Who is asked for by name has another try: it may wait for no good reason.
        return any
                || mentioned.contains(waiting.name())
                || wanted.stream().anyMatch(names::contains);
    }
}
