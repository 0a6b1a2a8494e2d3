package himalia.kernel.java;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The parts of a cell that wait for their turn; running code may put more of them in front. */
final class CellParts {
    /** Nobody loads files so deep on purpose; a file that loads itself does. */
    private static final int DEEPEST = 20;

    private final Deque<Step> waiting = new ArrayDeque<>();
    private int depth;
    private int inserted;

    private record Step(Cell.Part part, int depth) {}

    CellParts(List<Cell.Part> parts) {
        parts.forEach(part -> waiting.add(new Step(part, 0)));
    }

    boolean hasNext() {
        return !waiting.isEmpty();
    }

    Cell.Part next() {
        var step = waiting.remove();
        depth = step.depth();
        inserted = 0;
        return step.part();
    }

    /** Puts parts after those inserted since the last {@link #next}, before all others. */
    void insert(List<Cell.Part> parts) {
        if (!parts.isEmpty() && depth == DEEPEST) {
            throw new IllegalArgumentException(
                    "code that loads code that loads code, "
                            + DEEPEST
                            + " deep: does "
                            + parts.get(0).origin()
                            + " load itself?");
        }
        var front = new ArrayDeque<Step>();
        for (int i = 0; i < inserted; i++) {
            front.add(waiting.remove());
        }
        parts.forEach(part -> front.add(new Step(part, depth + 1)));
        inserted = front.size();
        while (!front.isEmpty()) {
            waiting.addFirst(front.removeLast());
        }
    }

    /** Tells whether no code of the user is left. */
    boolean noMoreCode() {
        return waiting.stream().noneMatch(step -> step.part().role() == Cell.Part.Role.CODE);
    }
}
