package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.model.Classifier;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.OnlineTrainer;
import himalia.model.Schema;
import himalia.model.Target;
import tech.tablesaw.api.Table;

/**
 * Logistic regression by stochastic gradient descent, row by row, for rows that come one after the other; scikit-learn's
 * {@code SGDClassifier(loss="log_loss")}. Of more than two classes each is told from all others.
 *
 * <pre>{@code
 * OnlineLearner learner = new SgdClassifier().start(train, "churned");
 * learner.partialFit(train);
 * Model model = learner.snapshot();
 * new SgdClassifier(1e-4, LearningRate.constant(0.05))   // follows a stream that changes
 * }</pre>
 *
 * <p>{@code partialFit} takes the rows in their order, once, as scikit-learn's does with {@code shuffle=False}. {@code fit} takes
 * them {@code epochs} times, mixed.
 *
 * @param alpha the L2 penalty's weight, 0 or more
 * @param rate how far each step goes
 * @param scaled true to bring each column to mean 0 and deviation 1, as all rows so far have them: scikit-learn's
 *     {@code StandardScaler.partial_fit} before each step
 * @param epochs how many times {@code fit} sees every row
 * @param seed makes two runs of {@code fit} agree
 */
public record SgdClassifier(double alpha, LearningRate rate, boolean scaled, int epochs, long seed)
        implements OnlineTrainer, Classifier {
    public SgdClassifier {
        Checks.notBelow("alpha", alpha, 0);
        given(rate, "rate").check(alpha);
        Checks.atLeast("epochs", epochs, 1);
    }

    /** Scales columns. */
    public SgdClassifier(double alpha, LearningRate rate) {
        this(alpha, rate, true, 20, 42);
    }

    /** Takes scikit-learn's penalty and rate. */
    public SgdClassifier() {
        this(1e-4, LearningRate.optimal());
    }

    @Override
    public SgdLearner start(Schema schema) {
        if (!(given(schema, "schema").target() instanceof Target.Classes)) {
            throw new IllegalArgumentException(
                    "'%s' is a number, and an SgdClassifier tells classes apart; take an SgdRegressor"
                            .formatted(schema.label()));
        }
        return SgdLearner.of(this, new SgdRule(alpha, rate, true), scaled, schema);
    }

    @Override
    public SgdLearner start(Table first, String label) {
        return start(Schema.of(first, Labels.toLearn(first, label).target()));
    }

    @Override
    public Model fit(Table table, String label) {
        return start(table, label).fitted(table, epochs, seed);
    }
}
