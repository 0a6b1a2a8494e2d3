package himalia.training;

import himalia.display.bundle.Progress;
import himalia.features.Standardiser;
import himalia.model.Classifier;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Provenance;
import himalia.model.Schema;
import himalia.training.numeric.Lbfgs;
import himalia.training.numeric.LogisticLoss;
import java.util.concurrent.atomic.AtomicInteger;
import tech.tablesaw.api.Table;

/**
 * A linear model of the classes' log odds, at the one best fit.
 *
 * <pre>{@code
 * Model model = new LogisticRegression(1.0).fit(train, "churned");
 * Model fair = new LogisticRegression(1.0).withBalance().fit(train, "churned");
 * }</pre>
 *
 * <p>Features are standardised by the training rows. The loss is convex and solved to its minimum, so there is no
 * chance in it and no seed; where 2,000 steps do not reach it, the model's {@code outcome()} says so. The intercept is not held back.
 *
 * @param c how much the data count against small weights: the smaller, the more weights are held back
 * @param balanced true to let every class weigh the same, however rare
 */
public record LogisticRegression(double c, boolean balanced) implements RowWeighted, Classifier {
    public LogisticRegression {
        Checks.above("c", c, 0);
    }

    public LogisticRegression(double c) {
        this(c, false);
    }

    /** Returns the same trainer, letting every class weigh the same. */
    public LogisticRegression withBalance() {
        return new LogisticRegression(c, true);
    }

    @Override
    public Model fit(Table table, String label) {
        var labels = Labels.toLearn(table, label);
        return fit(
                table,
                labels,
                balanced ? labels.balancedWeights() : RowWeights.ones(labels.size()));
    }

    /** Learns from rows that count what their weights say; {@code balanced} weighs nothing besides. */
    @Override
    public Model fit(Table table, String label, double[] weights) {
        var labels = Labels.toLearn(table, label);
        return fit(table, labels, RowWeights.checked(weights, labels.size()));
    }

    private Model fit(Table table, Labels labels, double[] weights) {
        var schema = Schema.of(table, labels.target());
        var columns = schema.completeColumns(table, name());
        var standardiser = Standardiser.of(columns);
        var loss = new LogisticLoss(standardiser.rows(columns), labels, weights, c);
        try (var progress = Progress.whenLong("steps", -1)) {
            var steps = new AtomicInteger();
            var best =
                    Lbfgs.minimise(
                            loss,
                            (step, value) -> {
                                watch(progress, step, value);
                                steps.set(step + 1);
                            });
            progress.finish("");
            return new LinearModel(
                    schema,
                    this,
                    standardiser,
                    loss.vectors(best),
                    Provenance.of(table),
                    outcome(steps.get()));
        }
    }

    private String outcome(int steps) {
        return steps < Lbfgs.MOST_STEPS
                ? ""
                : "ended after %,d steps, before the best fit; take a smaller c than %s, or leave out columns that tell nearly the same"
                        .formatted(steps, c);
    }

    private void watch(Progress progress, int step, double value) {
        TrainingInterrupted.check(name(), step, "steps");
        progress.note(() -> "loss %.4g".formatted(value));
        if (step > 0) {
            progress.advance(1);
        }
    }
}
