package himalia.evaluation.comparison;

import static himalia.display.bundle.Given.given;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Probabilities of several tests, such that one of them tells a difference by chance no more often than a single test would.
 *
 * <pre>{@code
 * Holm.corrected(0.01, 0.04, 0.03)   // 0.03, 0.06, 0.06
 * }</pre>
 *
 * <p>S. Holm (1979): A Simple Sequentially Rejective Multiple Test Procedure. Scandinavian Journal of Statistics 6, 65–70.
 */
public final class Holm {
    private Holm() {}

    /**
     * Returns them corrected, in the order given.
     *
     * @param probabilities each from 0 to 1; of a test without an outcome NaN, which stays so and is counted
     */
    public static double[] corrected(double... probabilities) {
        given(probabilities, "probabilities");
        for (double p : probabilities) {
            if (p < 0 || p > 1) {
                throw new IllegalArgumentException("probabilities are from 0 to 1, got " + p);
            }
        }
        int[] order =
                IntStream.range(0, probabilities.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> probabilities[i]))
                        .mapToInt(i -> i)
                        .toArray();
        var corrected = new double[order.length];
        double least = 0;
        for (int i = 0; i < order.length; i++) {
            double p = probabilities[order[i]];
            least = Math.max(least, Math.min(1, (order.length - i) * p));
            corrected[order[i]] = least; // NaN sorts last, and the maximum with it is NaN
        }
        return corrected;
    }
}
