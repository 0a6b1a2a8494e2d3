package himalia.features.leakage;

import himalia.display.bundle.InterruptCheck;
import java.util.ArrayDeque;

/**
 * Rows that hang together, each near to the next: the visits of a patient. Where only few do, they are things that were seen
 * several times; where many do, they are near to each other by nature, as the points of a line are.
 */
final class Things {
    private Things() {}

    /** Returns how many rows hang together at most. */
    static int largest(double[][] rows, int[] some, double within) {
        var isKnown = new boolean[some.length];
        var interrupt = new InterruptCheck();
        int largest = 0;
        for (int first = 0; first < some.length; first++) {
            var open = new ArrayDeque<Integer>();
            open.add(first);
            int size = isKnown[first] ? 0 : 1;
            isKnown[first] = true;
            while (size > 0 && !open.isEmpty()) {
                interrupt.ask();
                var here = rows[some[open.remove()]];
                for (int other = first + 1; other < some.length; other++) {
                    if (!isKnown[other] && areNear(here, rows[some[other]], within)) {
                        isKnown[other] = true;
                        open.add(other);
                        size++;
                    }
                }
            }
            largest = Math.max(largest, size);
        }
        return largest;
    }

    /** Whether two rows differ by so much at most in every column. */
    static boolean areNear(double[] one, double[] other, double within) {
        for (int j = 0; j < one.length; j++) {
            if (!(Math.abs(one[j] - other[j]) <= within)) {
                return false;
            }
        }
        return true;
    }
}
