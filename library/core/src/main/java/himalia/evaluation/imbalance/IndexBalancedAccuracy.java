package himalia.evaluation.imbalance;

import static himalia.display.bundle.Given.given;

import himalia.evaluation.Average;
import himalia.evaluation.Confusion;

/**
 * Weighs a score by how far sensitivity exceeds specificity, so that a model is not praised for the common class alone.
 *
 * <pre>{@code
 * var iba = new IndexBalancedAccuracy(0.1, true);
 * iba.geometricMean(report.confusion(), "1")
 * iba.of(report.accuracy(), report.confusion(), "1")     // any score of two classes
 * }</pre>
 *
 * <p>It is (1 + alpha · (sensitivity − specificity)) times the score, or the score's square.
 *
 * <p>V. García, J. S. Sánchez, R. A. Mollineda (2012): On the effectiveness of preprocessing methods when dealing with different
 * levels of class imbalance. Knowledge-Based Systems 25 (1), 13–21.
 *
 * @param alpha how much the difference weighs; 0 leaves the score as it is
 * @param squared whether the score is squared first
 */
public record IndexBalancedAccuracy(double alpha, boolean squared) {
    /** Weighs by a tenth, and squares. */
    public static final IndexBalancedAccuracy DEFAULT = new IndexBalancedAccuracy(0.1, true);

    public IndexBalancedAccuracy {
        if (!Double.isFinite(alpha)) {
            throw new IllegalArgumentException("alpha must be a finite number, got " + alpha);
        }
    }

    /** Weighs the geometric mean of all classes, by the means of their sensitivities and specificities. */
    public double geometricMean(Confusion confusion) {
        var metrics = new ImbalancedMetrics(confusion);
        return weighed(metrics.geometricMean(), metrics, Average.MACRO);
    }

    /** Weighs the geometric mean of one class. */
    public double geometricMean(Confusion confusion, String className) {
        return of(new ImbalancedMetrics(confusion).geometricMean(className), confusion, className);
    }

    /** Weighs the geometric mean of averages, by the same averages. */
    public double geometricMean(Confusion confusion, Average average) {
        var metrics = new ImbalancedMetrics(confusion);
        return weighed(metrics.geometricMean(average), metrics, average);
    }

    /**
     * Weighs any score, such as {@link Confusion#accuracy()}, by the sensitivity and specificity of a class.
     *
     * @param className usually the positive of two classes
     */
    public double of(double score, Confusion confusion, String className) {
        var metrics = new ImbalancedMetrics(confusion);
        return weighed(score, metrics.sensitivity(className), metrics.specificity(className));
    }

    private double weighed(double score, ImbalancedMetrics metrics, Average average) {
        return weighed(
                score,
                metrics.sensitivity(given(average, "average")),
                metrics.specificity(average));
    }

    private double weighed(double score, double sensitivity, double specificity) {
        return (1 + alpha * (sensitivity - specificity)) * (squared ? score * score : score);
    }
}
