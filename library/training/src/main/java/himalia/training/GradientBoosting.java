package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Listed;
import himalia.model.Classifier;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Provenance;
import himalia.model.Schema;
import himalia.model.Trainer;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Boosted trees that tell classes apart, by XGBoost: each tree learns what the ones before it got wrong.
 *
 * <pre>{@code
 * Model model = new GradientBoosting(100, 42).fit(train, "churned");
 * }</pre>
 *
 * <p>Missing values need no filling: each split learns on which side they go. XGBoost computes with floats, which have seven
 * digits: values that differ later, such as points in time in milliseconds, are one to it; take the difference to some
 * day first.
 *
 * <p>An interrupt after the first round gives the model of the rounds so far, or of the best of them where rows are kept aside, which
 * {@code outcome()} tells.
 *
 * @param rounds how many trees are grown for each class
 * @param depth how many questions lie between a tree's root and its leaves
 * @param rate how much of each tree's advice is taken
 * @param subsample the share of rows that each tree sees
 * @param balanced true to let every class weigh the same, however rare
 * @param options which way predictions may go, and when to stop
 * @param seed makes two runs agree where {@code subsample} is below 1 or rows are kept aside; else nothing is drawn, and no seed changes anything
 */
public record GradientBoosting(
        int rounds,
        int depth,
        double rate,
        double subsample,
        boolean balanced,
        BoostingOptions options,
        long seed)
        implements RowWeighted, Classifier {
    private static final int MOST_NAMES = 12;

    /** The log odds of a probability that floats tell from 1. */
    private static final int MOST_ODDS = 15;

    public GradientBoosting {
        new Boosting("GradientBoosting", rounds, depth, rate, subsample, options, seed);
        if (options.objective() instanceof NamedObjective named
                && named.name() != NamedObjective.Name.OWN) {
            throw new IllegalArgumentException(
                    "objective %s is of numbers, which a GradientBoostingRegressor predicts; classes have their own, or one by BoostingObjective.custom"
                            .formatted(named));
        }
    }

    /** Holds to no options. */
    public GradientBoosting(
            int rounds, int depth, double rate, double subsample, boolean balanced, long seed) {
        this(rounds, depth, rate, subsample, balanced, BoostingOptions.NONE, seed);
    }

    /** Grows trees of depth 6 over all rows, at rate 0.3. */
    public GradientBoosting(int rounds, long seed) {
        this(rounds, 6, 0.3, 1, false, seed);
    }

    /** Returns the same trainer, letting every class weigh the same. */
    public GradientBoosting withBalance() {
        return new GradientBoosting(rounds, depth, rate, subsample, true, options, seed);
    }

    /** Returns the same trainer, held to these options. */
    public GradientBoosting with(BoostingOptions options) {
        return new GradientBoosting(
                rounds, depth, rate, subsample, balanced, options.after(this.options), seed);
    }

    /** Returns the same trainer of two classes, making a loss small that is given: {@code BoostingObjective.custom}. */
    public GradientBoosting by(BoostingObjective objective) {
        return with(options.objective(objective));
    }

    @Override
    public Model fit(Table table, String label) {
        var labels = Labels.toLearn(table, label);
        return fit(table, labels, balanced ? floats(labels.balancedWeights()) : new float[0]);
    }

    /** Learns from rows that count what their weights say, brought to a mean of 1 where it is lower; {@code balanced} weighs nothing besides. */
    @Override
    public Model fit(Table table, String label, double[] weights) {
        var labels = Labels.toLearn(table, label);
        return fit(table, labels, RowWeights.forXgboost(weights, labels.size()));
    }

    /**
     * Learns somewhere else than in this process, from all rows: no patience keeps any aside.
     *
     * @param trainer whom the model names as its trainer
     * @param place where the trees grow
     */
    public Model fit(Table table, String label, Trainer trainer, BoostingPlace place) {
        given(trainer, "trainer");
        given(place, "place");
        var labels = Labels.toLearn(table, label);
        var schema = Schema.of(table, labels.target());
        var goal = ofObjective(labels, balanced ? floats(labels.balancedWeights()) : new float[0]);
        if (goal.objective() != null) {
            throw new IllegalArgumentException(
                    "objective '%s' is code of this process, and does not travel to others; train here, without workers"
                            .formatted(((CustomObjective) options.objective()).title()));
        }
        return new XgboostModel(
                schema,
                trainer,
                boosting().grown(table, schema, goal, place),
                XgboostModel.Scale.NONE,
                Provenance.of(table));
    }

    private Model fit(Table table, Labels labels, float[] weights) {
        var schema = Schema.of(table, labels.target());
        // Before it is trained: what an interrupt keeps waits for nothing more.
        var provenance = Provenance.of(table);
        return new XgboostModel(
                schema,
                this,
                boosting().grown(table, schema, ofObjective(labels, weights)),
                XgboostModel.Scale.NONE,
                provenance);
    }

    private Boosting.Goal ofObjective(Labels labels, float[] weights) {
        var goal = goal(labels, weights);
        if (options.objective() instanceof WrittenObjective written) {
            throw written.refused();
        }
        if (options.objective() instanceof CustomObjective custom) {
            if (labels.classes().size() > 2) {
                throw new IllegalArgumentException(
                        "objective '%s' is of two classes or of numbers, and there are %d classes: %s; train one model for each against the others"
                                .formatted(
                                        custom.title(),
                                        labels.classes().size(),
                                        Listed.of(labels.classes(), MOST_NAMES)));
            }
            if (Math.abs(custom.start()) > MOST_ODDS) {
                throw new IllegalArgumentException(
                        "the start of objective '%s' is %s, and of classes it is log odds from -15 to 15"
                                .formatted(custom.title(), custom.start()));
            }
            var codes = IntStream.range(0, labels.size()).mapToDouble(labels::code).toArray();
            var start = goal.with(Map.of("base_score", 1 / (1 + Math.exp(-custom.start()))));
            return new Boosting.Goal(
                    goal.labels(),
                    weights,
                    start.parameters(),
                    1,
                    new CustomGradients(custom, codes, weights));
        }
        return goal;
    }

    /** What is learnt where classes are told apart; no weights where all rows count the same. */
    static Boosting.Goal goal(Labels labels, float[] weights) {
        return new Boosting.Goal(codes(labels), weights, objective(labels.classes().size()), 1);
    }

    private Boosting boosting() {
        return new Boosting(name(), rounds, depth, rate, subsample, options, seed);
    }

    static Map<String, Object> objective(int classes) {
        return classes == 2
                ? Map.of("objective", "binary:logistic")
                : Map.of("objective", "multi:softprob", "num_class", classes);
    }

    private static float[] codes(Labels labels) {
        var codes = new float[labels.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = labels.code(row);
        }
        return codes;
    }

    static float[] floats(double[] values) {
        var floats = new float[values.length];
        for (int row = 0; row < floats.length; row++) {
            floats[row] = (float) values[row];
        }
        return floats;
    }
}
