package himalia.kernel.oracle;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What JShell made of a sequence, run once.
 *
 * @param cells the snippets of each cell, to the first that failed
 * @param waits whether after a cell anything waits for a declaration, or in it what had waited for nothing
 * @param variables the variables after each cell, as text
 */
record Round(List<List<Step>> cells, List<Boolean> waits, List<Map<String, String>> variables)
        implements Serializable {
    /** In place of the value of a variable that waits for the declaration of its type. */
    static final String WAITS = "waits";

    Round {
        cells = cells.stream().map(List::copyOf).toList();
        waits = List.copyOf(waits);
        variables = List.copyOf(variables);
    }

    /** Returns what a cell came to: what all of its snippets printed, and the end of the last. */
    Told told(int cell) {
        var steps = cells.get(cell);
        var printed = new StringBuilder();
        var ending = Told.Ending.FINE;
        for (var step : steps) {
            printed.append(step.told().printed());
            if (step.told().ending() != Told.Ending.FINE) {
                ending = step.told().ending();
            }
        }
        if (steps.isEmpty()) {
            return new Told(ending, "", "", "");
        }
        var last = steps.get(steps.size() - 1).told();
        return new Told(ending, last.thrown(), last.value(), printed.toString());
    }

    /** Returns how many cells there are. */
    int size() {
        return cells.size();
    }

    /** Returns all snippets, in order. */
    List<Step> steps() {
        return cells.stream().flatMap(List::stream).toList();
    }

    /** Returns whether nothing failed and nothing waits for another declaration. */
    boolean wentWell() {
        return steps().stream().allMatch(step -> step.told().ending() == Told.Ending.FINE);
    }
}
