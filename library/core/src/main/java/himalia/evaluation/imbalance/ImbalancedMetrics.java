package himalia.evaluation.imbalance;

import static himalia.display.bundle.Given.given;

import himalia.evaluation.Average;
import himalia.evaluation.Confusion;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What a confusion says where classes are rare, by the names and numbers of imbalanced-learn.
 *
 * <pre>{@code
 * var metrics = new ImbalancedMetrics(report.confusion());
 * metrics.sensitivity("1")                          // of the rows of class 1, the share that was found
 * metrics.geometricMean()                           // of the recalls of all classes
 * metrics.geometricMean(Average.MACRO)
 * }</pre>
 *
 * <p>All are shares from 0 to 1. Where one has nothing to divide by it is 0. Classes that neither occur nor are predicted
 * are not counted in means.
 *
 * @param confusion how often each class was taken for each other
 */
public record ImbalancedMetrics(Confusion confusion) {
    public ImbalancedMetrics {
        given(confusion, "confusion");
    }

    /** Returns, of the rows of a class, the share that was found: its recall. */
    public double sensitivity(String className) {
        return confusion.recall(className);
    }

    /** Returns the mean over classes of the share that was found. */
    public double sensitivity(Average average) {
        return confusion.recall(average);
    }

    /** Returns, of the rows of all other classes, the share that was not taken for this one. */
    public double specificity(String className) {
        return confusion.specificity(className);
    }

    /** Returns the mean over classes of the share of other rows that were not taken for them. */
    public double specificity(Average average) {
        return confusion.specificity(average);
    }

    /** Returns the root of a class's sensitivity times its specificity. */
    public double geometricMean(String className) {
        return Math.sqrt(sensitivity(className) * specificity(className));
    }

    /** Returns the root of the mean sensitivity times the mean specificity. */
    public double geometricMean(Average average) {
        return Math.sqrt(sensitivity(average) * specificity(average));
    }

    /** Returns the geometric mean of the sensitivities of all classes; 0 if one class is never found. */
    public double geometricMean() {
        return confusion.geometricMean();
    }

    /**
     * Returns the geometric mean of the sensitivities of all classes.
     *
     * @param correction stands for the sensitivity of a class that is never found, such as 0.001; 0 or more
     */
    public double geometricMean(double correction) {
        if (!(correction >= 0) || Double.isInfinite(correction)) {
            throw new IllegalArgumentException("correction must be 0 or more, got " + correction);
        }
        double logarithms =
                classes()
                        .mapToDouble(this::sensitivity)
                        .map(recall -> Math.log(recall == 0 ? correction : recall))
                        .average()
                        .orElse(Double.NEGATIVE_INFINITY);
        return Math.exp(logarithms);
    }

    /**
     * Returns how far off predictions are where classes are numbers in an order, such as grades: the mean absolute error of
     * each class's rows, and of these the mean.
     *
     * @return in the unit of the classes, 0 at best
     * @throws IllegalArgumentException if a class is no number
     */
    public double macroAveragedMeanAbsoluteError() {
        return classes()
                .filter(actual -> confusion.rows(actual) > 0)
                .mapToDouble(
                        actual ->
                                classes()
                                                .mapToDouble(
                                                        predicted ->
                                                                confusion.count(actual, predicted)
                                                                        * Math.abs(
                                                                                number(actual)
                                                                                        - number(
                                                                                                predicted)))
                                                .sum()
                                        / confusion.rows(actual))
                .average()
                .orElse(0);
    }

    private static double number(String className) {
        try {
            return Double.parseDouble(className);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "class '%s' is no number, and an absolute error is between numbers; name classes 1, 2, 3 in their order"
                            .formatted(className));
        }
    }

    /** The classes that occur or are predicted. */
    Stream<String> classes() {
        return confusion.classes().stream().filter(c -> confusion.rows(c) + predicted(c) > 0);
    }

    /** Returns a weighted mean over classes. */
    static double mean(
            List<String> classes, ToDoubleFunction<String> value, ToDoubleFunction<String> weight) {
        double sum =
                classes.stream()
                        .mapToDouble(c -> value.applyAsDouble(c) * weight.applyAsDouble(c))
                        .sum();
        return share(sum, classes.stream().mapToDouble(weight).sum());
    }

    private double predicted(String className) {
        return confusion.classes().stream().mapToDouble(c -> confusion.count(c, className)).sum();
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
