package himalia.evaluation;

import static himalia.display.bundle.Given.given;

import it.unimi.dsi.fastutil.doubles.DoubleArrays;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Scores of rows that are positive or not, judged over all thresholds.
 *
 * <pre>{@code
 * boolean[] positive = {true, false, true};
 * double[] score = {0.9, 0.2, 0.4};
 * Scores.of(positive, score).rocAuc()   // 1.0
 * }</pre>
 */
public final class Scores {
    private final boolean[] positive;
    private final double[] score;
    private final double[] weights;
    private @Nullable Steps known;

    private Scores(boolean[] positive, double[] score, double[] weights) {
        if (positive.length != score.length || score.length != weights.length) {
            throw new IllegalArgumentException(
                    "as many truths, scores and weights are wanted, got %d, %d and %d"
                            .formatted(positive.length, score.length, weights.length));
        }
        for (int row = 0; row < score.length; row++) {
            if (Double.isNaN(score[row])) {
                throw new IllegalArgumentException(
                        "the score of row %d is NaN, which is neither above nor below another; mend it or drop the row"
                                .formatted(row));
            }
            if (!(weights[row] >= 0 && Double.isFinite(weights[row]))) {
                throw new IllegalArgumentException(
                        "the weight of row %d is %s; weights must be finite, and 0 or more"
                                .formatted(row, weights[row]));
            }
        }
        this.positive = positive.clone();
        this.score = score.clone();
        this.weights = weights.clone();
    }

    public static Scores of(boolean[] positive, double[] score) {
        given(positive, "positive");
        given(score, "score");
        var weights = new double[score.length];
        Arrays.fill(weights, 1);
        return new Scores(positive, score, weights);
    }

    /**
     * Lets each row count as much as its weight says.
     *
     * @param weights finite, 0 or more
     */
    public static Scores of(boolean[] positive, double[] score, double[] weights) {
        given(positive, "positive");
        given(score, "score");
        given(weights, "weights");
        return new Scores(positive, score, weights);
    }

    /** Returns the true positive rate over the false positive rate, from the highest threshold down. */
    public Curve roc() {
        var steps = steps();
        double positives = last(steps.truePositives);
        double negatives = last(steps.falsePositives);
        int size = steps.thresholds.length + 1;
        var x = new double[size];
        var y = new double[size];
        var thresholds = new double[size];
        thresholds[0] = Double.POSITIVE_INFINITY;
        for (int i = 1; i < size; i++) {
            x[i] = negatives == 0 ? Double.NaN : steps.falsePositives[i - 1] / negatives;
            y[i] = positives == 0 ? Double.NaN : steps.truePositives[i - 1] / positives;
            thresholds[i] = steps.thresholds[i - 1];
        }
        return new Curve(Curve.Kind.ROC, x, y, thresholds);
    }

    /** Returns precision over recall, from the lowest threshold up; it ends at recall 0 and precision 1. */
    public Curve precisionRecall() {
        var steps = steps();
        double positives = last(steps.truePositives);
        int size = steps.thresholds.length + 1;
        var recall = new double[size];
        var precision = new double[size];
        var thresholds = new double[size];
        for (int i = 0; i < size - 1; i++) {
            int step = size - 2 - i;
            double found = steps.truePositives[step];
            double called = found + steps.falsePositives[step];
            recall[i] = positives == 0 ? Double.NaN : found / positives;
            precision[i] = called == 0 ? 0 : found / called;
            thresholds[i] = steps.thresholds[step];
        }
        precision[size - 1] = 1;
        thresholds[size - 1] = Double.POSITIVE_INFINITY;
        return new Curve(Curve.Kind.PRECISION_RECALL, recall, precision, thresholds);
    }

    /** Returns the area under the ROC curve; NaN where one of the two kinds has no rows. */
    public double rocAuc() {
        return hasBoth() ? roc().area() : Double.NaN;
    }

    private boolean hasBoth() {
        return last(steps().truePositives) > 0 && last(steps().falsePositives) > 0;
    }

    /**
     * Returns the area under the ROC curve up to a false positive rate, standardised as scikit-learn's: 0.5 for guessing, 1 at
     * best.
     *
     * @param maxFalsePositiveRate above 0 and at most 1
     */
    public double rocAuc(double maxFalsePositiveRate) {
        double most = maxFalsePositiveRate;
        if (!(most > 0 && most <= 1)) {
            throw new IllegalArgumentException(
                    "the largest false positive rate must be above 0 and at most 1, got " + most);
        }
        if (most == 1 || !hasBoth()) {
            return rocAuc();
        }
        var curve = roc();
        double area = 0;
        int i = 1;
        for (; curve.x(i) <= most; i++) {
            area += (curve.x(i) - curve.x(i - 1)) * (curve.y(i) + curve.y(i - 1)) / 2;
        }
        double width = most - curve.x(i - 1);
        double slope = (curve.y(i) - curve.y(i - 1)) / (curve.x(i) - curve.x(i - 1));
        area += width * (curve.y(i - 1) + slope * width / 2);
        double least = most * most / 2;
        return (1 + (area - least) / (most - least)) / 2;
    }

    /** Returns the F1 of the threshold that gives the largest; 0 where no row is positive. */
    public double bestF1() {
        var steps = steps();
        double positives = last(steps.truePositives);
        double best = 0;
        for (int i = 0; i < steps.thresholds.length; i++) {
            double found = steps.truePositives[i];
            double called = found + steps.falsePositives[i];
            best = found == 0 ? best : Math.max(best, 2 * found / (called + positives));
        }
        return best;
    }

    /**
     * Returns how often rows of each score are positive, in bins of equal width; for scores that are probabilities.
     *
     * @throws IllegalStateException if rows have weights, which a curve that counts rows would leave out
     */
    public CalibrationCurve calibration(int bins) {
        for (int row = 0; row < weights.length; row++) {
            if (weights[row] != 1) {
                throw new IllegalStateException(
                        "row %d has the weight %s, and a calibration curve counts each row once; make the Scores without weights"
                                .formatted(row, weights[row]));
            }
        }
        return CalibrationCurve.uniform(positive, score, bins);
    }

    /** Returns the average precision: the area under the precision-recall curve, in steps; NaN where no row is positive. */
    public double averagePrecision() {
        if (last(steps().truePositives) == 0) {
            return Double.NaN;
        }
        var curve = precisionRecall();
        double sum = 0;
        for (int i = 0; i < curve.size() - 1; i++) {
            sum += (curve.x(i) - curve.x(i + 1)) * curve.y(i);
        }
        return sum;
    }

    /** Returns the mean squared distance between score and truth, for scores that are probabilities. */
    public double brier() {
        double sum = 0;
        for (int i = 0; i < score.length; i++) {
            double error = score[i] - (positive[i] ? 1 : 0);
            sum += weights[i] * error * error;
        }
        return sum / Arrays.stream(weights).sum();
    }

    /**
     * Returns by how much the true positive rate is above the false positive rate at most, which is the largest distance between the two kinds' distributions of
     * scores where positive rows have the larger ones; one-sided, so 0 where scores are the wrong way round. NaN where one of the two has no rows.
     */
    public double kolmogorovSmirnov() {
        if (!hasBoth()) {
            return Double.NaN;
        }
        var curve = roc();
        double most = 0;
        for (int i = 0; i < curve.size(); i++) {
            most = Math.max(most, curve.y(i) - curve.x(i));
        }
        return most;
    }

    /** What is called positive at each threshold, from the highest down. */
    private record Steps(double[] thresholds, double[] truePositives, double[] falsePositives) {}

    private Steps steps() {
        var steps = known;
        if (steps == null) {
            steps = counted();
            known = steps;
        }
        return steps;
    }

    private Steps counted() {
        var order = IntStream.range(0, score.length).toArray();
        DoubleArrays.parallelQuickSortIndirect(order, score);
        var thresholds = new double[order.length];
        var found = new double[order.length];
        var wrong = new double[order.length];
        double truePositives = 0;
        double falsePositives = 0;
        int size = 0;
        for (int at = order.length - 1; at >= 0; at--) {
            int i = order[at];
            if (positive[i]) {
                truePositives += weights[i];
            } else {
                falsePositives += weights[i];
            }
            boolean isLastOfItsScore = at == 0 || score[order[at - 1]] != score[i];
            if (isLastOfItsScore) {
                thresholds[size] = score[i];
                found[size] = truePositives;
                wrong[size] = falsePositives;
                size++;
            }
        }
        return new Steps(
                Arrays.copyOf(thresholds, size),
                Arrays.copyOf(found, size),
                Arrays.copyOf(wrong, size));
    }

    private static double last(double[] values) {
        return values.length == 0 ? 0 : values[values.length - 1];
    }
}
