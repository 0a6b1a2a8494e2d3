package himalia.evaluation;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.display.bundle.Display;
import himalia.display.bundle.Displayable;
import himalia.display.bundle.MimeBundle;
import himalia.display.chart.Chart;
import himalia.display.chart.Charts;
import himalia.table.Quantile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleToIntFunction;

/**
 * How often rows are positive beside how often they are said to be: of those said to be so by 0.7, seven of ten should be.
 *
 * <pre>{@code
 * CalibrationCurve curve = report.scores("1").calibration(10);
 * curve.expectedError()    // 0.03: the ECE
 * curve.chart("churn")
 * }</pre>
 *
 * @param rows how many rows were judged
 * @param bins those that hold rows, from the lowest probability up
 */
public record CalibrationCurve(int rows, List<Bin> bins) implements Displayable {
    public CalibrationCurve {
        bins = List.copyOf(given(bins, "bins"));
    }

    /**
     * Rows whose probabilities are near each other.
     *
     * @param number which bin, counted from 0
     * @param rows how many rows
     * @param meanProbability the mean of what was said of them
     * @param sharePositive how many of them are positive, as a share
     */
    public record Bin(int number, int rows, double meanProbability, double sharePositive) {
        /** Returns how far off the probabilities are. */
        public double gap() {
            return Math.abs(sharePositive - meanProbability);
        }
    }

    /**
     * Puts rows into bins of equal width; scikit-learn's {@code strategy="uniform"}, but that a probability on an edge belongs to
     * the bin above it.
     *
     * @param probabilities from 0 to 1
     * @param bins how many, at least 1
     */
    public static CalibrationCurve uniform(boolean[] positive, double[] probabilities, int bins) {
        check(positive, probabilities, bins);
        return of(positive, probabilities, bins, p -> Math.min((int) (p * bins), bins - 1));
    }

    /** Puts as many rows into each bin; scikit-learn's {@code strategy="quantile"}. */
    public static CalibrationCurve quantile(boolean[] positive, double[] probabilities, int bins) {
        check(positive, probabilities, bins);
        var sorted = probabilities.clone();
        Arrays.sort(sorted);
        var edges = new double[bins - 1];
        for (int edge = 1; edge < bins; edge++) {
            edges[edge - 1] = Quantile.of(sorted, (double) edge / bins);
        }
        return of(
                positive,
                probabilities,
                bins,
                p -> (int) Arrays.stream(edges).filter(edge -> edge < p).count());
    }

    private static void check(boolean[] positive, double[] probabilities, int bins) {
        given(positive, "positive");
        given(probabilities, "probabilities");
        if (positive.length != probabilities.length || positive.length == 0) {
            throw new IllegalArgumentException(
                    "as many truths and probabilities are wanted, and one at least, got %d and %d"
                            .formatted(positive.length, probabilities.length));
        }
        if (bins < 1) {
            throw new IllegalArgumentException("bins must be at least 1, got " + bins);
        }
        for (int row = 0; row < probabilities.length; row++) {
            if (!(probabilities[row] >= 0 && probabilities[row] <= 1)) {
                throw new IllegalArgumentException(
                        "row %d has the probability %s; probabilities are from 0 to 1"
                                .formatted(row, probabilities[row]));
            }
        }
    }

    private static CalibrationCurve of(
            boolean[] positive, double[] probabilities, int bins, DoubleToIntFunction binOf) {
        var rows = new int[bins];
        var sums = new double[bins];
        var positives = new int[bins];
        for (int row = 0; row < positive.length; row++) {
            int bin = binOf.applyAsInt(probabilities[row]);
            rows[bin]++;
            sums[bin] += probabilities[row];
            positives[bin] += positive[row] ? 1 : 0;
        }
        var filled = new ArrayList<Bin>();
        for (int bin = 0; bin < bins; bin++) {
            if (rows[bin] > 0) {
                filled.add(
                        new Bin(
                                bin,
                                rows[bin],
                                sums[bin] / rows[bin],
                                (double) positives[bin] / rows[bin]));
            }
        }
        return new CalibrationCurve(positive.length, filled);
    }

    /** Returns the expected calibration error, the mean gap over all rows; 0 is best. */
    public double expectedError() {
        return bins.stream().mapToDouble(bin -> bin.gap() * bin.rows() / rows).sum();
    }

    /** Returns the maximum calibration error, the largest gap of a bin. */
    public double maximumError() {
        return bins.stream().mapToDouble(Bin::gap).max().orElse(Double.NaN);
    }

    /** Returns what was said of the rows of each bin, on the mean. */
    public double[] meanProbabilities() {
        return bins.stream().mapToDouble(Bin::meanProbability).toArray();
    }

    /** Returns the share of positive rows of each bin. */
    public double[] sharesPositive() {
        return bins.stream().mapToDouble(Bin::sharePositive).toArray();
    }

    /** Draws what is so over what was said; the nearer to the diagonal, the better. */
    public Chart chart(String title) {
        given(title, "title");
        return Charts.calibration(title, meanProbabilities(), sharesPositive());
    }

    @Override
    public MimeBundle bundle() {
        var drawn = Display.renderers().render(chart("Calibration: " + this));
        return drawn.with(MimeBundle.PLAIN, toString());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "ECE %.4f, MCE %.4f on %s in %s",
                expectedError(),
                maximumError(),
                Amount.of(rows, "row"),
                Amount.of(bins.size(), "bin"));
    }
}
