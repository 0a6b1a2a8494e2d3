package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.evaluation.costs.ClassWeights;
import himalia.model.Classifier;
import himalia.model.Model;
import java.util.LinkedHashMap;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * Another trainer, for which a row of each class counts what its class weighs.
 *
 * <pre>{@code
 * var weights = ClassWeights.byCost(CostMatrix.of("0", "1", 5, 200));
 * Model model = new ClassWeighted(new LogisticRegression(1.0), weights).fit(train, "churned");
 * }</pre>
 *
 * <p>In a pipeline it stands at the end, behind the steps: {@code Pipeline.of(new StandardScaler()).train(new ClassWeighted(trainer, weights))}.
 *
 * <p>{@link LogisticRegression}, {@link DecisionTree}, {@link RandomForest}, {@link ExtraTrees}, {@link GradientBoosting} and {@link XgboostForest} take weights.
 * {@link FocalBoosting}, {@link BalancedRandomForest} and the other ensembles for rare classes take none: they mind them by their loss, or by the rows that they draw.
 *
 * @param trainer what learns
 * @param weights what each class weighs
 */
public record ClassWeighted(RowWeighted trainer, ClassWeights weights) implements Classifier {
    public ClassWeighted {
        given(trainer, "trainer");
        Checks.tellsClasses("ClassWeighted", trainer);
        given(weights, "weights");
        if (trainer instanceof LogisticRegression linear && linear.balanced()
                || trainer instanceof GradientBoosting boosting && boosting.balanced()) {
            throw new IllegalArgumentException(
                    "%s balances the classes already, and would not beside weights; leave out withBalance()"
                            .formatted(trainer.name()));
        }
    }

    @Override
    public Model fit(Table table, String label) {
        return new ClassWeightedModel(
                trainer.fit(table, label, weights.ofRows(table, label)), this);
    }

    @Override
    public Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("trainer", trainer.name());
        settings.putAll(trainer.settings());
        settings.put("weights", weights.toString());
        return settings;
    }
}
