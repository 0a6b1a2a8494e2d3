package himalia.kernel.java;

import himalia.kernel.cells.Entry;
import himalia.kernel.cells.LocalNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The types that the parts of a cell declare, known before the first of them is compiled: what stands above a magic sees what is
 * private in those below it. What comes from elsewhere is a cell of its own.
 */
final class CellTypes {
    private final Map<String, Set<String>> byOrigin = new HashMap<>();

    /** Reads parts that run one after the other; one alone is seen when it is compiled. */
    void read(List<? extends FollowUp> steps) {
        if (steps.size() < 2) {
            return;
        }
        for (var step : steps) {
            if (step instanceof Cell.Part part && part.role() == Cell.Part.Role.CODE) {
                var types = byOrigin.computeIfAbsent(part.origin(), fresh -> new HashSet<>());
                LocalNames.declaredBy(part.source()).stream()
                        .filter(name -> name.kind() == Entry.Kind.TYPE)
                        .forEach(name -> types.add(name.text()));
            }
        }
    }

    /** Returns the names of those that stand in one cell with a part. */
    Set<String> beside(Cell.Part part) {
        return byOrigin.getOrDefault(part.origin(), Set.of());
    }
}
