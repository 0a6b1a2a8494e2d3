package himalia.sampling.drawing;

import java.util.Arrays;

/** Weights of rows, checked. */
final class Weights {
    private Weights() {}

    /** Refuses weights that are negative, not finite or all zero, naming the first. */
    static double[] checked(double[] weights, String name) {
        for (int row = 0; row < weights.length; row++) {
            if (!(weights[row] >= 0) || Double.isInfinite(weights[row])) {
                throw new IllegalArgumentException(
                        "%s of row %d is %s; weights must be finite and 0 or more, so mend it or drop the row"
                                .formatted(name, row, weights[row]));
            }
        }
        if (Arrays.stream(weights).noneMatch(weight -> weight > 0)) {
            throw new IllegalArgumentException(
                    "%s is 0 in all %d rows; one at least must be above 0"
                            .formatted(name, weights.length));
        }
        return weights;
    }

    static double effectiveSize(double[] weights) {
        double largest = Arrays.stream(weights).max().orElse(0);
        double sum = 0;
        double squares = 0;
        for (double weight : weights) {
            // In the largest one's unit no square is too small.
            sum += weight / largest;
            squares += weight / largest * (weight / largest);
        }
        return sum * sum / squares;
    }
}
