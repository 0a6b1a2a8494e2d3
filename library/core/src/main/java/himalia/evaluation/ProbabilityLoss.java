package himalia.evaluation;

import java.util.Arrays;

/** What probabilities cost, class by class. */
final class ProbabilityLoss {
    /** A probability of 0 for what happened costs this much less than infinity. */
    private static final double LEAST = Math.ulp(1.0);

    private ProbabilityLoss() {}

    /**
     * Returns the mean negative logarithm of the probability given to what happened.
     *
     * @param actual each row's true class, by its place among the probabilities
     * @param probabilities one array a row
     * @param weights what each row counts
     */
    static double logLoss(int[] actual, double[][] probabilities, double[] weights) {
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            double given = probabilities[i][actual[i]];
            sum -= weights[i] * Math.log(Math.min(1 - LEAST, Math.max(LEAST, given)));
        }
        return sum / Arrays.stream(weights).sum();
    }

    /** Returns the mean squared distance between a row's probabilities and its true class, summed over classes. */
    static double brier(int[] actual, double[][] probabilities, double[] weights) {
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            for (int k = 0; k < probabilities[i].length; k++) {
                double error = probabilities[i][k] - (actual[i] == k ? 1 : 0);
                sum += weights[i] * error * error;
            }
        }
        return sum / Arrays.stream(weights).sum();
    }
}
