package himalia.evaluation.costs;

import static himalia.display.bundle.Given.given;

import himalia.model.Predictions;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A threshold, and what it gave on the rows it was chosen by.
 *
 * <pre>{@code
 * OperatingPoint point = ThresholdTuner.of(model, test).toPrecision(0.9);
 * point.threshold()
 * point.recall()
 * point.labels(model.predict(others))     // the classes by this threshold
 * }</pre>
 *
 * @param goal what it was chosen for, in words
 * @param negative the class below the threshold
 * @param positive the class from it on
 * @param threshold rows of this probability or more are alarms; infinite where none is worth it
 * @param hits alarms that were right
 * @param falseAlarms alarms that were wrong
 * @param misses rows of the positive class without an alarm
 * @param rest all other rows
 */
public record OperatingPoint(
        String goal,
        String negative,
        String positive,
        double threshold,
        double hits,
        double falseAlarms,
        double misses,
        double rest) {
    /** A mean of many probabilities may be that much above 1. */
    private static final double ROUNDED = 1e-9;

    /** From here on four digits do not tell a threshold from 1, or from the next one. */
    private static final double NEARLY_ONE = 0.999;

    private static final MathContext FOUR = new MathContext(4);

    public OperatingPoint {
        given(goal, "goal");
        given(negative, "negative");
        given(positive, "positive");
        checkThreshold(threshold);
    }

    /** Refuses what is no probability; infinite is that of no alarm at all. */
    static void checkThreshold(double threshold) {
        if (!isProbability(threshold) && threshold != Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "a threshold is a probability, from 0 to 1, got " + threshold);
        }
    }

    static boolean isProbability(double number) {
        return number >= -ROUNDED && number <= 1 + ROUNDED;
    }

    /** Returns how many rows are alarms. */
    public double alarms() {
        return hits + falseAlarms;
    }

    /** Returns the share of alarms that were right; 0 where there is none. */
    public double precision() {
        return alarms() == 0 ? 0 : hits / alarms();
    }

    /** Returns the share of the positive rows that were found. */
    public double recall() {
        return hits + misses == 0 ? 0 : hits / (hits + misses);
    }

    /** Returns the harmonic mean of both. */
    public double f1() {
        return hits == 0 ? 0 : 2 * hits / (2 * hits + falseAlarms + misses);
    }

    /** Returns what all of the rows cost. */
    public double cost(CostMatrix costs) {
        given(costs, "costs");
        return hits * costs.cost(positive, positive)
                + falseAlarms * costs.cost(negative, positive)
                + misses * costs.cost(positive, negative)
                + rest * costs.cost(negative, negative);
    }

    /** Returns the class of every row by this threshold. */
    public List<String> labels(Predictions predictions) {
        given(predictions, "predictions");
        var scores = predictions.probabilities(positive);
        return IntStream.range(0, scores.length)
                .mapToObj(row -> scores[row] >= threshold ? positive : negative)
                .toList();
    }

    /** Returns it in a line. */
    String headline() {
        return Double.isInfinite(threshold)
                ? "%s: never %s".formatted(goal, positive)
                : "%s: %s from probability %s on".formatted(goal, positive, probability());
    }

    /** Four digits of it, or of how far it is below 1. */
    private String probability() {
        boolean isBelowOne = threshold < 1 && threshold > NEARLY_ONE;
        return isBelowOne
                ? BigDecimal.ONE
                        .subtract(
                                BigDecimal.ONE
                                        .subtract(new BigDecimal(Double.toString(threshold)))
                                        .round(FOUR))
                        .toPlainString()
                : String.format(Locale.ROOT, "%.4g", threshold);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s; %.0f alarms, precision %.4f, recall %.4f",
                headline(),
                alarms(),
                precision(),
                recall());
    }
}
