package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.model.Classifier;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Provenance;
import himalia.model.Schema;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Boosted trees by XGBoost that learn by focal loss: rows that are right already count for little, so that rare and hard
 * ones are heard.
 *
 * <pre>{@code
 * Model model = new FocalBoosting(100, FocalLoss.binary(0.75, 2), 42).fit(train, "churned");
 * }</pre>
 *
 * <p>Scores order rows; they are no honest probabilities, since focal loss draws them to the middle. Choose the threshold by a
 * {@code ThresholdTuner}.
 *
 * @param rounds how many trees are grown for each class
 * @param depth how many questions lie between a tree's root and its leaves
 * @param rate how much of each tree's advice is taken
 * @param subsample the share of rows that each tree sees
 * @param loss what is made small
 * @param seed makes two runs agree where {@code subsample} is below 1; at 1 nothing is drawn, and no seed changes anything
 */
public record FocalBoosting(
        int rounds, int depth, double rate, double subsample, FocalLoss loss, long seed)
        implements Classifier {
    public FocalBoosting {
        new Boosting("FocalBoosting", rounds, depth, rate, subsample, seed);
        given(loss, "loss");
    }

    /** Grows trees of depth 6 over all rows, at rate 0.3. */
    public FocalBoosting(int rounds, FocalLoss loss, long seed) {
        this(rounds, 6, 0.3, 1, loss, seed);
    }

    @Override
    public Model fit(Table table, String label) {
        var labels = Labels.toLearn(table, label);
        var ordered = loss.ordered(labels, label);
        var schema = Schema.of(table, labels.target());
        var codes = IntStream.range(0, labels.size()).map(labels::code).toArray();
        var goal =
                GradientBoosting.goal(labels, new float[0]).by(new FocalObjective(ordered, codes));
        // Before it is trained: what an interrupt keeps waits for nothing more.
        var provenance = Provenance.of(table);
        return new XgboostModel(
                schema,
                this,
                new Boosting(name(), rounds, depth, rate, subsample, seed)
                        .grown(table, schema, goal),
                XgboostModel.Scale.NONE,
                provenance);
    }
}
