package himalia.evaluation;

import static himalia.display.bundle.Given.given;

import himalia.table.LargestUnit;
import it.unimi.dsi.fastutil.doubles.DoubleArrays;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How far predicted numbers are from the true ones.
 *
 * <pre>{@code
 * double[] actual = {3, 5};
 * double[] predicted = {2, 7};
 * Errors.of(actual, predicted).rmse()   // 1.58
 * }</pre>
 *
 * <p>Every metric is scikit-learn's of the same name, with its answers in the corners: where all true numbers are the
 * same, R² is 1 for perfect predictions and 0 for others, and of a single row it is NaN.
 */
public final class Errors {
    private final double[] actual;
    private final double[] predicted;
    private final double[] weights;
    private final double weight;

    private Errors(double[] actual, double[] predicted, double[] weights) {
        this.actual = actual;
        this.predicted = predicted;
        this.weights = weights;
        this.weight = Arrays.stream(weights).sum();
    }

    /** Compares numbers, each of which counts the same. */
    public static Errors of(double[] actual, double[] predicted) {
        given(actual, "actual");
        given(predicted, "predicted");
        var ones = new double[actual.length];
        Arrays.fill(ones, 1);
        return of(actual, predicted, ones);
    }

    /**
     * Compares numbers.
     *
     * @param actual the true ones
     * @param predicted one for each of them
     * @param weights how much each counts, 0 or more
     * @throws IllegalArgumentException if they are not equally many, or one is not finite, or no weight is above 0
     */
    public static Errors of(double[] actual, double[] predicted, double[] weights) {
        given(actual, "actual");
        given(predicted, "predicted");
        given(weights, "weights");
        if (actual.length == 0
                || actual.length != predicted.length
                || actual.length != weights.length) {
            throw new IllegalArgumentException(
                    "there are %d predictions with %d weights and %d rows to judge them by"
                            .formatted(predicted.length, weights.length, actual.length));
        }
        for (int row = 0; row < actual.length; row++) {
            check("the true number", row, actual[row], true);
            check("the prediction", row, predicted[row], true);
            check("the weight", row, weights[row], weights[row] >= 0);
        }
        if (Arrays.stream(weights).noneMatch(each -> each > 0)) {
            throw new IllegalArgumentException(
                    "all %d weights are 0; one at least must count".formatted(weights.length));
        }
        return new Errors(actual.clone(), predicted.clone(), weights.clone());
    }

    private static void check(String what, int row, double value, boolean isRight) {
        if (!isRight || !Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "%s of row %d is %s; numbers must be finite and weights 0 or more, so mend it or drop the row"
                            .formatted(what, row, value));
        }
    }

    /** Returns the mean squared error. */
    public double mse() {
        return squares(this::error).value();
    }

    /** Returns the root of the mean squared error, in the unit of what is predicted. */
    public double rmse() {
        return squares(this::error).root();
    }

    /** Returns the mean absolute error, in the unit of what is predicted. */
    public double mae() {
        return mean(i -> Math.abs(error(i)));
    }

    /** Returns the median absolute error: half of the predictions are no further off. */
    public double medianAbsoluteError() {
        var rows = IntStream.range(0, actual.length).filter(i -> weights[i] > 0).toArray();
        var off = IntStream.of(rows).mapToDouble(i -> Math.abs(error(i))).toArray();
        var order = IntStream.range(0, off.length).toArray();
        DoubleArrays.parallelQuickSortIndirect(order, off);
        double half = weight / 2;
        double passed = 0;
        for (int place = 0; place < order.length; place++) {
            passed += weights[rows[order[place]]];
            double here = off[order[place]];
            // On the border the mean of both sides, which for equal weights is the usual median.
            if (Math.abs(passed - half) <= 1e-12 * weight && place + 1 < order.length) {
                return (here + off[order[place + 1]]) / 2;
            }
            if (passed > half) {
                return here;
            }
        }
        return off[order[order.length - 1]];
    }

    /** Returns the largest absolute error. */
    public double maxError() {
        return IntStream.range(0, actual.length)
                .mapToDouble(i -> Math.abs(error(i)))
                .max()
                .orElseThrow();
    }

    /** Returns the mean of the absolute errors as shares of the true numbers; 0.1 is ten per cent. */
    public double mape() {
        return mean(i -> Math.abs(error(i)) / Math.max(Math.abs(actual[i]), Math.ulp(1.0)));
    }

    /**
     * Returns the coefficient of determination: 1 is perfect, 0 no better than always saying the mean. Of a single row it
     * is NaN.
     */
    public double r2() {
        if (actual.length < 2) {
            return Double.NaN;
        }
        if (isConstant(i -> actual[i])) {
            return squares(this::error).mean() == 0 ? 1 : 0;
        }
        return 1 - squares(this::error).over(variance());
    }

    /** Returns the share of the variance that is explained; as R², but blind to a constant shift. */
    public double explainedVariance() {
        if (isConstant(i -> actual[i])) {
            return isConstant(i -> predicted[i]) ? 1 : 0;
        }
        double shift = mean(this::error);
        return 1 - squares(i -> error(i) - shift).over(variance());
    }

    /**
     * Returns the root of the mean squared error of logarithms, which tells shares and not amounts.
     *
     * @throws IllegalArgumentException if a number is -1 or below, which has no such logarithm
     */
    public double rmsle() {
        checkAll("rmsle", Math.nextUp(-1.0), Math.nextUp(-1.0), "above -1");
        return squares(i -> Math.log1p(actual[i]) - Math.log1p(predicted[i])).root();
    }

    /**
     * Returns the mean pinball loss, by which a quantile is judged.
     *
     * @param quantile between 0 and 1: 0.9 for predictions that nine of ten rows are below of
     */
    public double pinball(double quantile) {
        if (!(quantile >= 0 && quantile <= 1)) {
            throw new IllegalArgumentException(
                    "a quantile must be between 0 and 1, got " + quantile);
        }
        return mean(i -> Math.max(quantile * error(i), (quantile - 1) * error(i)));
    }

    /**
     * Returns the mean Huber loss: half of the square of small errors, and large ones as they are.
     *
     * @param delta above 0; from this error on one is large
     */
    public double huber(double delta) {
        if (!(delta > 0)) {
            throw new IllegalArgumentException("delta must be above 0, got " + delta);
        }
        return mean(
                i -> {
                    double off = Math.abs(error(i));
                    return off <= delta ? off * off / 2 : delta * (off - delta / 2);
                });
    }

    /**
     * Returns the mean Poisson deviance, for counts.
     *
     * @throws IllegalArgumentException if a true number is negative, or a prediction not above 0
     */
    public double poissonDeviance() {
        checkAll("the Poisson deviance", 0, Double.MIN_VALUE, "from 0 on, predicted above 0");
        return 2
                * mean(
                        i ->
                                (actual[i] == 0
                                                ? 0
                                                : actual[i] * Math.log(actual[i] / predicted[i]))
                                        - error(i));
    }

    /**
     * Returns the mean gamma deviance, for amounts whose errors grow with them.
     *
     * @throws IllegalArgumentException if a number is not above 0
     */
    public double gammaDeviance() {
        checkAll("the gamma deviance", Double.MIN_VALUE, Double.MIN_VALUE, "above 0");
        return 2 * mean(i -> Math.log(predicted[i] / actual[i]) + actual[i] / predicted[i] - 1);
    }

    private void checkAll(String metric, double leastActual, double least, String numbers) {
        for (int row = 0; row < actual.length; row++) {
            if (actual[row] < leastActual || predicted[row] < least) {
                throw new IllegalArgumentException(
                        "%s is of numbers %s, and row %d is %s and was predicted as %s; ask rmse or mae"
                                .formatted(metric, numbers, row, actual[row], predicted[row]));
            }
        }
    }

    private MeanSquare variance() {
        double mean = mean(i -> actual[i]);
        return squares(i -> actual[i] - mean);
    }

    /** By the values themselves: their variance may be a rounding away from 0. */
    private boolean isConstant(IntToDoubleFunction value) {
        return IntStream.range(0, actual.length)
                        .filter(i -> weights[i] > 0)
                        .mapToDouble(i -> value.applyAsDouble(i) + 0.0)
                        .distinct()
                        .count()
                == 1;
    }

    private double error(int row) {
        return actual[row] - predicted[row];
    }

    private double mean(IntToDoubleFunction value) {
        int exponent = exponent(value);
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            // What does not count may be too large in the unit of what does.
            if (weights[i] > 0) {
                sum += weights[i] * Math.scalb(value.applyAsDouble(i), -exponent);
            }
        }
        return Math.scalb(sum / weight, exponent);
    }

    private MeanSquare squares(IntToDoubleFunction value) {
        int exponent = exponent(value);
        return new MeanSquare(
                mean(
                        i -> {
                            double scaled = Math.scalb(value.applyAsDouble(i), -exponent);
                            return scaled * scaled;
                        }),
                exponent);
    }

    /** The power of two of the largest number that counts: in its unit, no sum and no square is too large or too small. */
    private int exponent(IntToDoubleFunction value) {
        return LargestUnit.exponent(
                IntStream.range(0, actual.length).filter(i -> weights[i] > 0).mapToDouble(value));
    }
}
