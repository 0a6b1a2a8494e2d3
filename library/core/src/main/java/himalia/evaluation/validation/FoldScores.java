package himalia.evaluation.validation;

import static himalia.display.bundle.Given.given;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How good the model of one fold is.
 *
 * <pre>{@code
 * var cv = CrossValidation.of(trainer, train, "churned", new StratifiedKFold(5, 42));
 * FoldScores first = cv.scores("roc_auc").folds().get(0);
 * first.metrics().get("roc_auc")
 * first.fit()                        // how long it was trained
 * }</pre>
 *
 * @param metrics by name, in the order in which they were asked for
 * @param trainRows how many rows were learnt from
 * @param testRows how many rows were judged by
 * @param fit how long it took to train the model
 * @param predict how long it took to predict the rows that were judged by
 * @param members stands for the rows that were judged by and their labels: another number is of other rows; 0 where nobody knows
 */
public record FoldScores(
        Map<String, Double> metrics,
        int trainRows,
        int testRows,
        Duration fit,
        Duration predict,
        int members) {
    public FoldScores {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(given(metrics, "metrics")));
        given(fit, "fit");
        given(predict, "predict");
    }

    /** Tells of a fold of rows that nobody knows. */
    public FoldScores(
            Map<String, Double> metrics,
            int trainRows,
            int testRows,
            Duration fit,
            Duration predict) {
        this(metrics, trainRows, testRows, fit, predict, 0);
    }

    /** Returns true unless it is known that other rows were judged by. */
    public boolean isOfTheSameRows(FoldScores other) {
        return trainRows == given(other, "other").trainRows
                && testRows == other.testRows
                && (members == 0 || other.members == 0 || members == other.members);
    }
}
