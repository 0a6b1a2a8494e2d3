package himalia.kernel.java;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What a cell has still to do; running code may put more in front. */
final class CellParts {
    /** Nobody loads files so deep on purpose; a file that loads itself does. */
    private static final int DEEPEST = 20;

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int depth;
    private int inserted;

    private record Waiting(FollowUp step, int depth) {}

    CellParts(List<? extends FollowUp> parts) {
        parts.forEach(part -> waiting.add(new Waiting(part, 0)));
    }

    boolean hasNext() {
        return !waiting.isEmpty();
    }

    FollowUp next() {
        var next = waiting.remove();
        depth = next.depth();
        inserted = 0;
        return next.step();
    }

    /** Puts what the code that has just run asked for after what it asked for before, in front of all else. */
    void insert(FollowUp asked) {
        insert(List.of(asked), depth + 1);
    }

    /** Puts what the step that was taken last has come to in its place. */
    void replace(List<? extends FollowUp> steps) {
        if (depth > DEEPEST && !steps.isEmpty()) {
            throw new IllegalArgumentException(
                    "code that loads code that loads code, "
                            + DEEPEST
                            + " deep: does "
                            + (steps.get(0) instanceof Cell.Part part ? part.origin() : "it")
                            + " load itself?");
        }
        insert(steps, depth);
    }

    private void insert(List<? extends FollowUp> steps, int itsDepth) {
        var front = new ArrayDeque<Waiting>();
        for (int i = 0; i < inserted; i++) {
            front.add(waiting.remove());
        }
        steps.forEach(step -> front.add(new Waiting(step, itsDepth)));
        inserted = front.size();
        while (!front.isEmpty()) {
            waiting.addFirst(front.removeLast());
        }
    }

    /** Tells whether no code of the user is left. */
    boolean noMoreCode() {
        return waiting.stream().allMatch(each -> isSurrounding(each.step()));
    }

    private static boolean isSurrounding(FollowUp step) {
        return step instanceof Cell.Part part ? part.role() != Cell.Part.Role.CODE : !step.isCode();
    }
}
