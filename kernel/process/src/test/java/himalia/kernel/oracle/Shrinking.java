package himalia.kernel.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a sequence that differs smaller, as long as it still does: first by whole cells, then by snippets. */
final class Shrinking {
    /** Each costs a run in JShell and one in the kernel. */
    private static final int TRIES = 60;

    private final JShellProcess jshell;
    private final Predicate<Sequence> differs;
    private int tries;

    Shrinking(JShellProcess jshell, Predicate<Sequence> differs) {
        this.jshell = jshell;
        this.differs = differs;
    }

    Sequence smallest(Sequence sequence) {
        var small = withoutCells(sequence);
        for (int cell = 0; cell < small.cells().size(); cell++) {
            small = withoutSnippets(small, cell);
        }
        return withoutCells(small);
    }

    private Sequence withoutCells(Sequence sequence) {
        var small = sequence;
        for (int i = small.cells().size() - 1; i >= 0 && small.cells().size() > 1; i--) {
            var smaller = small.without(i);
            if (stillDiffers(smaller)) {
                small = smaller;
            }
        }
        return small;
    }

    private Sequence withoutSnippets(Sequence sequence, int cell) {
        var steps = new ArrayList<>(jshell.ask(sequence, 1).join().get(0).cells().get(cell));
        var small = sequence;
        for (int i = steps.size() - 1; i >= 0 && steps.size() > 1; i--) {
            var fewer = new ArrayList<>(steps);
            fewer.remove(i);
            var smaller = with(small, cell, fewer);
            if (stillDiffers(smaller)) {
                small = smaller;
                steps.remove(i);
            }
        }
        return small;
    }

    private boolean stillDiffers(Sequence sequence) {
        tries++;
        return tries <= TRIES && differs.test(sequence);
    }

    private static Sequence with(Sequence sequence, int cell, List<Step> steps) {
        var cells = new ArrayList<>(sequence.cells());
        cells.set(
                cell,
                String.join("\n", steps.stream().map(step -> step.source().strip()).toList()));
        return new Sequence(sequence.name(), cells);
    }
}
