package himalia.kernel.java;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The magics around the code of a cell: which of them have begun, and whether code has run since. */
final class Surroundings {
    /** Ends a magic around code of which nothing ran. */
    private static final String ABANDON = "himalia_cells.Call.abandon();";

    private static final int NEVER = -1;

    private final Deque<Integer> begun = new ArrayDeque<>();
    private int runs;

    /** Notes that code of the cell begins to run. */
    void run() {
        runs++;
    }

    /** Notes the end of what a magic does before the code, and whether it was done. */
    void begin(boolean done) {
        begun.push(done ? runs : NEVER);
    }

    /** Returns how the magic begun last is to end, after these words of its own; nothing where it never began. */
    Optional<Cell.Part> end(Cell.Part after, boolean failed) {
        var before = begun.isEmpty() ? NEVER : begun.pop();
        if (before == NEVER) {
            return Optional.empty();
        }
        return Optional.of(
                before < runs || !failed
                        ? after
                        : new Cell.Part(ABANDON, after.line(), after.role()).from(after.origin()));
    }
}
