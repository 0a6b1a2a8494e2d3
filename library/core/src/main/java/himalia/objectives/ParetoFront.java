package himalia.objectives;

import himalia.display.bundle.InterruptCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The items of which no other is better in one score and as good in all; weights change nothing about them. */
final class ParetoFront {
    private final double[][] scores;
    private int @Nullable [] known;

    ParetoFront(double[][] scores) {
        this.scores = scores;
    }

    /** Returns them in their order; of items with the same scores all or none. */
    synchronized int[] items() {
        var items = known;
        if (items == null) {
            items = scores.length == 2 ? ofTwo() : ofMany();
            known = items;
        }
        return items.clone();
    }

    /** Whatever beats an item stands before it, and is itself beaten only by what stands before. */
    private int[] inOrder() {
        Comparator<Integer> best = Comparator.comparingInt(item -> 0);
        for (var of : scores) {
            best = best.thenComparing((a, b) -> Double.compare(of[b] + 0.0, of[a] + 0.0));
        }
        return IntStream.range(0, scores[0].length)
                .boxed()
                .sorted(best)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Whoever is no better in the second score than one before it is beaten, unless both are the same. */
    private int[] ofTwo() {
        var front = IntStream.builder();
        int best = -1;
        for (int item : inOrder()) {
            if (best < 0 || scores[1][item] > scores[1][best]) {
                best = item;
                front.add(item);
            } else if (!beats(best, item)) {
                front.add(item);
            }
        }
        return front.build().sorted().toArray();
    }

    private int[] ofMany() {
        var front = new ArrayList<Integer>();
        var interrupt = new InterruptCheck();
        for (int item : inOrder()) {
            interrupt.ask();
            if (front.stream().noneMatch(other -> beats(other, item))) {
                front.add(item);
            }
        }
        return front.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private boolean beats(int one, int other) {
        return Arrays.stream(scores).allMatch(of -> of[one] >= of[other])
                && Arrays.stream(scores).anyMatch(of -> of[one] > of[other]);
    }
}
