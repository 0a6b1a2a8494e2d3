package himalia.evaluation.calibration;

import static himalia.display.bundle.Given.given;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Probabilities that never fall where decision values rise, and are else as near to the truth as they can be: for a thousand rows and more.
 *
 * <pre>{@code
 * double[] decision = {-2, -1, 0.5, 2};
 * boolean[] positive = {false, true, false, true};
 * IsotonicCalibration.fit(decision, positive).probability(1.0)
 * }</pre>
 *
 * <p>As scikit-learn's {@code IsotonicRegression}: between two decision values on a line, beyond the last ones as they.
 *
 * <p>B. Zadrozny, C. Elkan (2002): Transforming Classifier Scores into Accurate Multiclass Probability Estimates. KDD.
 *
 * @param x decision values, from the smallest up
 * @param y the probability of each
 */
public record IsotonicCalibration(double[] x, double[] y) implements Calibrator {
    public IsotonicCalibration {
        x = given(x, "x").clone();
        y = given(y, "y").clone();
        if (x.length != y.length || x.length == 0) {
            throw new IllegalArgumentException(
                    "as many decision values and probabilities are wanted, and one at least, got %d and %d"
                            .formatted(x.length, y.length));
        }
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || i > 0 && x[i] <= x[i - 1]) {
                throw new IllegalArgumentException(
                        "decision values are finite numbers that rise, got %s at %d"
                                .formatted(x[i], i));
            }
            if (!(y[i] >= 0 && y[i] <= 1) || i > 0 && y[i] < y[i - 1]) {
                throw new IllegalArgumentException(
                        "probabilities are from 0 to 1 and never fall, got %s at %d"
                                .formatted(y[i], i));
            }
        }
    }

    /** Joins neighbours that stand in the wrong order until none do. */
    public static IsotonicCalibration fit(double[] decision, boolean[] positive) {
        Decisions.check(decision, positive);
        var order =
                IntStream.range(0, decision.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> decision[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        var first = new double[order.length];
        var last = new double[order.length];
        var sums = new double[order.length];
        var rows = new double[order.length];
        int blocks = 0;
        for (int i : order) {
            double one = positive[i] ? 1 : 0;
            if (blocks > 0
                    && first[blocks - 1] == last[blocks - 1]
                    && last[blocks - 1] == decision[i]) {
                sums[blocks - 1] += one;
                rows[blocks - 1]++;
                continue;
            }
            blocks = joined(last, sums, rows, blocks);
            first[blocks] = decision[i];
            last[blocks] = decision[i];
            sums[blocks] = one;
            rows[blocks] = 1;
            blocks++;
        }
        blocks = joined(last, sums, rows, blocks);
        var x = new double[2 * blocks];
        var y = new double[2 * blocks];
        int size = 0;
        for (int block = 0; block < blocks; block++) {
            double value = sums[block] / rows[block];
            x[size] = first[block];
            y[size++] = value;
            if (last[block] > first[block]) {
                x[size] = last[block];
                y[size++] = value;
            }
        }
        return new IsotonicCalibration(Arrays.copyOf(x, size), Arrays.copyOf(y, size));
    }

    /** Joins the last block with those before it whose mean is not smaller. */
    private static int joined(double[] last, double[] sums, double[] rows, int blocks) {
        int end = blocks - 1;
        while (end > 0 && sums[end - 1] * rows[end] >= sums[end] * rows[end - 1]) {
            last[end - 1] = last[end];
            sums[end - 1] += sums[end];
            rows[end - 1] += rows[end];
            end--;
        }
        return end + 1;
    }

    @Override
    public double probability(double decision) {
        int place = Arrays.binarySearch(x, decision);
        if (place >= 0) {
            return y[place];
        }
        int above = -place - 1;
        if (above == 0) {
            return y[0];
        }
        if (above == x.length) {
            return y[above - 1];
        }
        double way = (decision - x[above - 1]) / (x[above] - x[above - 1]);
        return y[above - 1] + way * (y[above] - y[above - 1]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IsotonicCalibration that
                && Arrays.equals(x, that.x)
                && Arrays.equals(y, that.y);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(x) + Arrays.hashCode(y);
    }

    @Override
    public String toString() {
        return "IsotonicCalibration[%d points]".formatted(x.length);
    }
}
