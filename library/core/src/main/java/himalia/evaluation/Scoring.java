package himalia.evaluation;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Listed;
import himalia.display.bundle.Nearest;
import himalia.model.NumberPredictions;
import himalia.model.Predictions;
import himalia.model.Scorer;
import himalia.model.Trainer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.Table;

/**
 * Metrics by the names that scikit-learn's {@code scoring} has for them; of each, more is better, so errors are below 0. The numbers are those of {@link
 * Metric}, which knows more names.
 *
 * <pre>{@code
 * Scoring.ROC_AUC.score(model.predict(test), test, "churned")
 * Scoring.of("neg_mean_squared_error")
 * PermutationImportance.of(model, test, "churned", Scoring.F1, 5, 42)
 * }</pre>
 */
public enum Scoring implements Scorer {
    /** The share of rows that are told right. */
    ACCURACY,
    /** The mean recall over all classes. */
    BALANCED_ACCURACY,
    /** The precision of the second of two classes. */
    PRECISION,
    /** The recall of the second of two classes. */
    RECALL,
    /** The harmonic mean of precision and recall of the second of two classes. */
    F1,
    /** The mean F1 over all classes. */
    F1_MACRO,
    /** Matthews' correlation of prediction and truth, from -1 to 1. */
    MATTHEWS_CORRCOEF,
    /** The area under the ROC curve of the second of two classes; of more there is {@link #ROC_AUC_OVR}. */
    ROC_AUC,
    /** The mean area under the ROC curve of each class against the others. */
    ROC_AUC_OVR,
    /** The average precision of the second of two classes, of more the mean over all. */
    AVERAGE_PRECISION,
    /** The logarithmic loss, below 0. */
    NEG_LOG_LOSS,
    /** Brier's score of the second of two classes, of more the sum, below 0. */
    NEG_BRIER_SCORE,
    /** What share of the variance is explained. */
    R2,
    /** The mean squared error, below 0. */
    NEG_MEAN_SQUARED_ERROR,
    /** The root of the mean squared error, below 0. */
    NEG_ROOT_MEAN_SQUARED_ERROR,
    /** The mean absolute error, below 0. */
    NEG_MEAN_ABSOLUTE_ERROR,
    /** The median absolute error, below 0. */
    NEG_MEDIAN_ABSOLUTE_ERROR,
    /** What scikit-learn takes where nobody names a metric: accuracy of classes, R² of numbers. */
    ACCURACY_OR_R2;

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
                "no metric '%s'%s There are: %s; Metric.named(…) knows more, and is taken in its place"
                        .formatted(
                                name,
                                Nearest.to(name, names)
                                        .map(near -> "; did you mean '" + near + "'?")
                                        .orElse("."),
                                Listed.of(names, names.size())));
    }

    /**
     * Refuses a trainer whose models this does not judge, before one is trained.
     *
     * <pre>{@code
     * Scoring.R2.checkFits(new LogisticRegression(1.0))   // r2 judges numbers, and …
     * }</pre>
     *
     * @throws IllegalArgumentException naming those that do, if the trainer says that it predicts the other kind
     */
    public void checkFits(Trainer trainer) {
        given(trainer, "trainer");
        if (this != ACCURACY_OR_R2) {
            var others =
                    Arrays.stream(values())
                            .filter(each -> each != ACCURACY_OR_R2)
                            .map(Scoring::toString)
                            .toList();
            Metric.named(toString()).checkFits(trainer, others);
        }
    }

    @Override
    public double score(Predictions predictions, Table table, String label) {
        given(predictions, "predictions");
        given(table, "table");
        given(label, "label");
        boolean isOfNumbers = predictions instanceof NumberPredictions;
        var metric = this != ACCURACY_OR_R2 ? this : isOfNumbers ? R2 : ACCURACY;
        return Metric.named(metric.toString()).score(predictions, table, label);
    }

    /** Returns scikit-learn's name. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
