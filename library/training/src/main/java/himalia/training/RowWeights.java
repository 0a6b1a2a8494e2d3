package himalia.training;

import static himalia.display.bundle.Given.given;

import java.util.Arrays;

/** What each row counts. */
final class RowWeights {
    /** Of numbers of such exponents the squares of many add up to one. */
    private static final int FAR = 400;

    /** Many rows of more add up to what no float tells. */
    private static final double MOST_WEIGHT = 1e30;

    /** A mean of 1 may be less by its last digits. */
    private static final double ONE = 1 - 1e-9;

    private RowWeights() {}

    /** Returns the weights of rows of which none counts more than another. */
    static double[] ones(int rows) {
        var ones = new double[rows];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Returns the weights of rows, if there is one for each, none below 0, and the largest a number whose sums floats can tell. */
    static double[] checked(double[] weights, int rows) {
        double most = most(weights, rows);
        if (most > MOST_WEIGHT || most < 1 / MOST_WEIGHT) {
            throw new IllegalArgumentException(
                    "the largest weight is %s, and must be from 1e-30 to 1e30; divide all weights by it"
                            .formatted(most));
        }
        return weights;
    }

    /**
     * Returns the weights of rows for XGBoost, which takes a row of 0.001 for a thousandth of a row, and splits none that add up to less than one:
     * those below 1 on the mean are brought to it. Rows of 0 are none.
     */
    static float[] forXgboost(double[] weights, int rows) {
        double mean =
                Arrays.stream(checked(weights, rows))
                        .filter(weight -> weight > 0)
                        .average()
                        .orElseThrow();
        double scale = mean < ONE ? 1 / mean : 1;
        var floats = new float[rows];
        for (int row = 0; row < rows; row++) {
            floats[row] = (float) (weights[row] * scale);
        }
        return floats;
    }

    /** Returns the largest weight, if they are finite, none is below 0 and one above. */
    private static double most(double[] weights, int rows) {
        given(weights, "weights");
        if (weights.length != rows) {
            throw new IllegalArgumentException(
                    "there are %d weights for %d rows; each row has one"
                            .formatted(weights.length, rows));
        }
        double most = 0;
        for (int row = 0; row < rows; row++) {
            if (!(weights[row] >= 0) || Double.isInfinite(weights[row])) {
                throw new IllegalArgumentException(
                        "the weight of row %d is %s; weights must be finite and 0 or more"
                                .formatted(row, weights[row]));
            }
            most = Math.max(most, weights[row]);
        }
        if (most == 0) {
            throw new IllegalArgumentException(
                    "all %d weights are 0; one at least must be above 0".formatted(rows));
        }
        return most;
    }

    /**
     * Returns the weights of rows for trees, which see how they compare: those far from 1 are in another unit, a power of two, in which squares
     * and sums are numbers.
     */
    static double[] forTrees(double[] weights, int rows) {
        int unit = Math.getExponent(most(weights, rows));
        return Math.abs(unit) < FAR
                ? weights
                : Arrays.stream(weights).map(weight -> Math.scalb(weight, -unit)).toArray();
    }
}
