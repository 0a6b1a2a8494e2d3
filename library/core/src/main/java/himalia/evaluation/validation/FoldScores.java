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
 */
public record FoldScores(
        Map<String, Double> metrics, int trainRows, int testRows, Duration fit, Duration predict) {
    public FoldScores {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(given(metrics, "metrics")));
        given(fit, "fit");
        given(predict, "predict");
    }
}
