package himalia.evaluation.calibration;

import static himalia.display.bundle.Given.given;

import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * One number that all logits are divided by: above 1 the classifier was too sure. Which class is the most probable one stays.
 *
 * <pre>{@code
 * double[] logits = {-2, -1, 0.5, 2};
 * boolean[] positive = {false, true, false, true};
 * TemperatureScaling.fit(logits, positive).temperature()
 * }</pre>
 *
 * <p>C. Guo, G. Pleiss, Y. Sun, K. Q. Weinberger (2017): On Calibration of Modern Neural Networks. ICML.
 *
 * @param temperature from 0.001 to 1000; where classes lie apart, ever smaller ones would be better
 */
public record TemperatureScaling(double temperature) {
    private static final double LEAST = 1e-3;
    private static final double MOST = 1e3;
    private static final double EXACT = 1e-14;
    private static final int MOST_STEPS = 1000;

    public TemperatureScaling {
        if (!(temperature >= LEAST && temperature <= MOST)) {
            throw new IllegalArgumentException(
                    "the temperature must be from 0.001 to 1000, got " + temperature);
        }
    }

    /**
     * Finds the temperature with the least log loss, of two classes.
     *
     * @param logits of the positive class
     */
    public static TemperatureScaling fit(double[] logits, boolean[] positive) {
        Decisions.check(logits, positive);
        var rows = new double[logits.length][];
        var codes = new int[logits.length];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = new double[] {0, logits[row]};
            codes[row] = positive[row] ? 1 : 0;
        }
        return fit(rows, codes);
    }

    /**
     * Finds the temperature with the least log loss.
     *
     * @param logits a row each, a number a class
     * @param codes the class of each row
     */
    public static TemperatureScaling fit(double[][] logits, int[] codes) {
        given(logits, "logits");
        given(codes, "codes");
        if (logits.length != codes.length || codes.length == 0) {
            throw new IllegalArgumentException(
                    "as many rows of logits and classes are wanted, and one at least, got %d and %d"
                            .formatted(logits.length, codes.length));
        }
        for (int row = 0; row < codes.length; row++) {
            check(logits[row], row, logits[0].length);
            if (codes[row] < 0 || codes[row] >= logits[0].length) {
                throw new IllegalArgumentException(
                        "row %d is of class %d, and there are %d, numbered from 0"
                                .formatted(row, codes[row], logits[0].length));
            }
        }
        // The loss is convex in one over the temperature, so its slope rises.
        if (slope(1 / MOST, logits, codes) >= 0) {
            return new TemperatureScaling(MOST);
        }
        if (slope(1 / LEAST, logits, codes) <= 0) {
            return new TemperatureScaling(LEAST);
        }
        double inverse =
                new BrentSolver(EXACT, EXACT)
                        .solve(MOST_STEPS, b -> slope(b, logits, codes), 1 / MOST, 1 / LEAST);
        return new TemperatureScaling(Math.min(MOST, Math.max(LEAST, 1 / inverse)));
    }

    private static void check(double[] logits, int row, int classes) {
        given(logits, "row " + row + " of the logits");
        if (logits.length < 2 || logits.length != classes) {
            throw new IllegalArgumentException(
                    "row %d has %d logits; each row has one a class, and two at least, and the first has %d"
                            .formatted(row, logits.length, classes));
        }
        for (double logit : logits) {
            if (!Double.isFinite(logit)) {
                throw new IllegalArgumentException(
                        "a logit of row %d is %s; drop the row".formatted(row, logit));
            }
        }
    }

    private static double slope(double inverse, double[][] logits, int[] codes) {
        double slope = 0;
        for (int row = 0; row < codes.length; row++) {
            var p = softmax(logits[row], inverse);
            for (int k = 0; k < p.length; k++) {
                slope += logits[row][k] * (p[k] - (k == codes[row] ? 1 : 0));
            }
        }
        return slope;
    }

    /** Returns the probabilities of a row's logits. */
    public double[] probabilities(double[] logits) {
        check(given(logits, "logits"), 0, logits.length);
        return softmax(logits, 1 / temperature);
    }

    private static double[] softmax(double[] logits, double inverse) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            largest = Math.max(largest, logit);
        }
        var p = new double[logits.length];
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            p[k] = Math.exp(inverse * (logits[k] - largest));
            sum += p[k];
        }
        for (int k = 0; k < p.length; k++) {
            p[k] /= sum;
        }
        return p;
    }
}
