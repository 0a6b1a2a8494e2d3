package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.model.Model;
import himalia.model.NumericLabel;
import himalia.model.OnlineTrainer;
import himalia.model.Regressor;
import himalia.model.Schema;
import himalia.model.Target;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Linear regression by stochastic gradient descent, row by row, for rows that come one after the other; scikit-learn's
 * {@code SGDRegressor}.
 *
 * <pre>{@code
 * OnlineLearner learner = new SgdRegressor().start(homes, "price");
 * learner.partialFit(homes);
 * Model model = learner.snapshot();
 * }</pre>
 *
 * <p>Rows and columns are taken as by {@link SgdClassifier}.
 *
 * @param alpha the L2 penalty's weight, 0 or more
 * @param rate how far each step goes
 * @param scaled true to bring each column to mean 0 and deviation 1, as all rows so far have them
 * @param epochs how many times {@code fit} sees every row
 * @param seed makes two runs of {@code fit} agree
 */
public record SgdRegressor(double alpha, LearningRate rate, boolean scaled, int epochs, long seed)
        implements OnlineTrainer, Regressor {
    public SgdRegressor {
        Checks.notBelow("alpha", alpha, 0);
        given(rate, "rate").check(alpha);
        Checks.atLeast("epochs", epochs, 1);
    }

    /** Scales columns. */
    public SgdRegressor(double alpha, LearningRate rate) {
        this(alpha, rate, true, 20, 42);
    }

    /** Takes scikit-learn's penalty and rate. */
    public SgdRegressor() {
        this(1e-4, LearningRate.invScaling(0.01, 0.25));
    }

    @Override
    public SgdLearner start(Schema schema) {
        if (!(given(schema, "schema").target() instanceof Target.Numbers)) {
            throw new IllegalArgumentException(
                    "'%s' names classes, and an SgdRegressor predicts numbers; take an SgdClassifier"
                            .formatted(schema.label()));
        }
        return SgdLearner.of(this, new SgdRule(alpha, rate, false), scaled, schema);
    }

    @Override
    public SgdLearner start(Table first, String label) {
        return start(Schema.of(first, NumericLabel.of(first, label).target()));
    }

    @Override
    public SgdLearner start(Table first, String label, List<String> classes) {
        throw new IllegalArgumentException(
                "an SgdRegressor predicts numbers of '%s', and there are no classes %s; leave them out"
                        .formatted(label, classes));
    }

    @Override
    public Model fit(Table table, String label) {
        return start(table, label).fitted(table, epochs, seed);
    }
}
