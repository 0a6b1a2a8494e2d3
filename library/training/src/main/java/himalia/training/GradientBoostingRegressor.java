package himalia.training;

import himalia.model.Model;
import himalia.model.NumericLabel;
import himalia.model.Provenance;
import himalia.model.Regressor;
import himalia.model.Schema;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * Boosted trees that predict a number, by XGBoost: each tree learns what the ones before it left over.
 *
 * <pre>{@code
 * Model model = new GradientBoostingRegressor(100, 42).fit(homes, "price");
 * model.predict(others).number(0)
 * }</pre>
 *
 * <p>It minimises the squared error, or what {@link #by} says: {@code by(BoostingObjective.quantile(0.9))}. Missing values need no filling: each split learns on which side they go.
 * XGBoost computes with floats, which have seven digits: features that differ later, such as points in time in
 * milliseconds, are one to it; take the difference to some day first. Labels are counted from their mean, small ones in a smaller unit and large ones in a larger one.
 *
 * <p>An interrupt after the first round gives the model of the rounds so far, or of the best of them where rows are kept aside, which
 * {@code outcome()} tells.
 *
 * @param rounds how many trees are grown
 * @param depth how many questions lie between a tree's root and its leaves
 * @param rate how much of each tree's advice is taken
 * @param subsample the share of rows that each tree sees
 * @param options what is made small, which way predictions may go, and when to stop
 * @param seed makes two runs agree where {@code subsample} is below 1 or rows are kept aside; else nothing is drawn, and no seed changes anything
 */
public record GradientBoostingRegressor(
        int rounds, int depth, double rate, double subsample, BoostingOptions options, long seed)
        implements Regressor {
    public GradientBoostingRegressor {
        new Boosting("GradientBoostingRegressor", rounds, depth, rate, subsample, options, seed);
    }

    /** Holds to no options. */
    public GradientBoostingRegressor(
            int rounds, int depth, double rate, double subsample, long seed) {
        this(rounds, depth, rate, subsample, BoostingOptions.NONE, seed);
    }

    /** Grows trees of depth 6 over all rows, at rate 0.3. */
    public GradientBoostingRegressor(int rounds, long seed) {
        this(rounds, 6, 0.3, 1, seed);
    }

    /** Returns the same trainer, held to these options. */
    public GradientBoostingRegressor with(BoostingOptions options) {
        return new GradientBoostingRegressor(
                rounds, depth, rate, subsample, options.after(this.options), seed);
    }

    /** Returns the same trainer, making something else small. */
    public GradientBoostingRegressor by(BoostingObjective objective) {
        return with(options.objective(objective));
    }

    @Override
    public Model fit(Table table, String label) {
        var numbers = NumericLabel.of(table, label);
        var schema = Schema.of(table, numbers.target());
        var loss = RegressionLoss.of(numbers, options.objective());
        // Before it is trained: what an interrupt keeps waits for nothing more.
        var provenance = Provenance.of(table);
        var booster =
                new Boosting(name(), rounds, depth, rate, subsample, options, seed)
                        .grown(table, schema, loss.goal());
        return new XgboostModel(schema, this, booster, loss.scale(), provenance);
    }

    /** What is learnt where a number is predicted. */
    static Boosting.Goal goal(NumericLabel numbers, XgboostModel.Scale scale) {
        return new Boosting.Goal(
                FloatRange.distances(numbers, scale),
                new float[0],
                Map.of("objective", "reg:squarederror"),
                scale.unit());
    }
}
