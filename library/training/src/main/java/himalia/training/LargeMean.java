package himalia.training;

import java.util.Arrays;

/** The mean of numbers whose sum no double may hold. */
final class LargeMean {
    private LargeMean() {}

    /** Returns the mean; each number is divided before they are added up, so that the last digits may be others than those of a sum that is divided. */
    static double of(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double least = Arrays.stream(values).min().orElseThrow();
        double most = Arrays.stream(values).max().orElseThrow();
        // Rounded up, the largest doubles add up to more than they are.
        return Math.max(least, Math.min(most, mean));
    }
}
