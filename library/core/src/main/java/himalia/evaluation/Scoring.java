package himalia.evaluation;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Listed;
import himalia.display.bundle.Nearest;
import himalia.model.ClassPredictions;
import himalia.model.NumberPredictions;
import himalia.model.Predictions;
import himalia.model.Scorer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.Table;

/**
 * Metrics by the names that scikit-learn's {@code scoring} has for them; of each, more is better, so errors are below 0.
 *
 * <pre>{@code
 * Scoring.ROC_AUC.score(model.predict(test), test, "churned")
 * Scoring.of("neg_mean_squared_error")
 * PermutationImportance.of(model, test, "churned", Scoring.F1, 5, 42)
 * }</pre>
 */
public enum Scoring implements Scorer {
    /** The share of rows that are told right. */
    ACCURACY(classes(Report::accuracy)),
    /** The mean recall over all classes. */
    BALANCED_ACCURACY(classes(report -> report.confusion().balancedAccuracy())),
    /** The precision of the second of two classes. */
    PRECISION(binary(report -> report.precision(report.positive()))),
    /** The recall of the second of two classes. */
    RECALL(binary(report -> report.recall(report.positive()))),
    /** The harmonic mean of precision and recall of the second of two classes. */
    F1(binary(report -> report.f1(report.positive()))),
    /** The mean F1 over all classes. */
    F1_MACRO(
            classes(
                    report ->
                            report.classes().stream()
                                    .mapToDouble(report::f1)
                                    .average()
                                    .orElseThrow())),
    /** Matthews' correlation of prediction and truth, from -1 to 1. */
    MATTHEWS_CORRCOEF(classes(Report::mcc)),
    /** The area under the ROC curve of the second of two classes. */
    ROC_AUC(binary(Report::rocAuc)),
    /** The mean area under the ROC curve of each class against the others. */
    ROC_AUC_OVR(classes(Report::rocAuc)),
    /** The average precision of the second of two classes. */
    AVERAGE_PRECISION(binary(Report::prAuc)),
    /** The logarithmic loss, below 0. */
    NEG_LOG_LOSS(classes(report -> -report.logLoss())),
    /** Brier's score of the second of two classes, below 0. */
    NEG_BRIER_SCORE(binary(report -> -report.brier())),
    /** What share of the variance is explained. */
    R2(numbers(RegressionReport::r2)),
    /** The mean squared error, below 0. */
    NEG_MEAN_SQUARED_ERROR(numbers(report -> -report.rmse() * report.rmse())),
    /** The root of the mean squared error, below 0. */
    NEG_ROOT_MEAN_SQUARED_ERROR(numbers(report -> -report.rmse())),
    /** The mean absolute error, below 0. */
    NEG_MEAN_ABSOLUTE_ERROR(numbers(report -> -report.mae())),
    /** The median absolute error, below 0. */
    NEG_MEDIAN_ABSOLUTE_ERROR(numbers(report -> -report.errors().medianAbsoluteError())),
    /** What scikit-learn takes where nobody names a metric: accuracy of classes, R² of numbers. */
    ACCURACY_OR_R2(
            (scoring, predictions, table, label) ->
                    (predictions instanceof NumberPredictions ? of("r2") : of("accuracy"))
                            .score(predictions, table, label));

    private final Judge judge;

    Scoring(Judge judge) {
        this.judge = judge;
    }

    /** How a metric is computed; the metric is told for messages. */
    private interface Judge {
        double score(Scoring scoring, Predictions predictions, Table table, String label);
    }

    private static Judge classes(ToDoubleFunction<Report> metric) {
        return (scoring, predictions, table, label) -> {
            if (predictions instanceof NumberPredictions) {
                throw new IllegalArgumentException(
                        "%s is of classes, and '%s' is predicted as a number; take r2 or neg_mean_squared_error"
                                .formatted(scoring, label));
            }
            return metric.applyAsDouble(Report.of(predictions, table, label));
        };
    }

    private static Judge binary(ToDoubleFunction<Report> metric) {
        return classes(
                report -> {
                    if (!report.isBinary()) {
                        throw new IllegalArgumentException(
                                "this metric is of two classes, and there are %d; take accuracy, balanced_accuracy, f1_macro or roc_auc_ovr"
                                        .formatted(report.classes().size()));
                    }
                    return metric.applyAsDouble(report);
                });
    }

    private static Judge numbers(ToDoubleFunction<RegressionReport> metric) {
        return (scoring, predictions, table, label) -> {
            if (predictions instanceof ClassPredictions) {
                throw new IllegalArgumentException(
                        "%s is of numbers, and classes of '%s' are predicted; take accuracy or roc_auc"
                                .formatted(scoring, label));
            }
            return metric.applyAsDouble(RegressionReport.of(predictions, table, label));
        };
    }

    /**
     * Returns a metric by scikit-learn's name for it.
     *
     * @throws IllegalArgumentException if there is none, naming the nearest
     */
    public static Scoring of(String name) {
        given(name, "name");
        return Arrays.stream(values())
                .filter(scoring -> scoring.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private static IllegalArgumentException unknown(String name) {
        List<String> names = Arrays.stream(values()).map(Scoring::toString).toList();
        return new IllegalArgumentException(
                "no metric '%s'%s There are: %s"
                        .formatted(
                                name,
                                Nearest.to(name, names)
                                        .map(near -> "; did you mean '" + near + "'?")
                                        .orElse("."),
                                Listed.of(names, names.size())));
    }

    @Override
    public double score(Predictions predictions, Table table, String label) {
        given(predictions, "predictions");
        given(table, "table");
        given(label, "label");
        return judge.score(this, predictions, table, label);
    }

    /** Returns scikit-learn's name. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
