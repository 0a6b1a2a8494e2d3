package himalia.objectives;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The items of which no other is better in one score and as good in all. */
final class ParetoFront {
    private ParetoFront() {}

    /** Returns them in their order; of items with the same scores all or none. */
    static int[] of(double[][] scores) {
        Comparator<Integer> best = Comparator.comparingInt(item -> 0);
        for (var of : scores) {
            best = best.thenComparing((a, b) -> Double.compare(of[b] + 0.0, of[a] + 0.0));
        }
        // Whatever beats an item stands before it, and is itself beaten only by what stands before.
        var front = new ArrayList<Integer>();
        for (int item : IntStream.range(0, scores[0].length).boxed().sorted(best).toList()) {
            if (front.stream().noneMatch(other -> beats(scores, other, item))) {
                front.add(item);
            }
        }
        return front.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private static boolean beats(double[][] scores, int one, int other) {
        return Arrays.stream(scores).allMatch(of -> of[one] >= of[other])
                && Arrays.stream(scores).anyMatch(of -> of[one] > of[other]);
    }
}
