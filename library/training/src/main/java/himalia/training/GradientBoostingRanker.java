package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.model.Model;
import himalia.model.Provenance;
import himalia.model.Schema;
import himalia.model.Target;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tech.tablesaw.api.Table;

/**
 * Boosted trees that put the rows of a query in order, by XGBoost: LambdaMART, as {@code XGBRanker} of XGBoost for Python.
 *
 * <pre>{@code
 * var trainer = new GradientBoostingRanker(100, "query", 42);
 * Model model = trainer.fit(train, "relevance");           // the column query names the query, and is no feature
 * model.predict(others).numbers();                         // scores: of one query, the highest row comes first
 * RankingReport.of(model, others).ndcg(10)
 * CrossValidation.of(trainer, train, "relevance", new GroupKFold(5, "query")).scores("ndcg@10")
 * }</pre>
 *
 * <p>The label is how relevant a row is to its query: whole numbers, 0 for a row that nobody wants. Rows of a query need not lie together. A prediction is a
 * score; scores of two queries say nothing about each other, and to predict no query is needed. Missing values need no filling: each split learns on which side
 * they go. XGBoost computes with floats, which have seven digits, and looks at the 32 best rows of each query.
 *
 * <p>C. J. C. Burges (2010): From RankNet to LambdaRank to LambdaMART: An Overview. Microsoft Research, MSR-TR-2010-82.
 *
 * <p>An interrupt after the first round gives the model of the rounds so far, or of the best of them where queries are kept aside, which
 * {@code outcome()} tells.
 *
 * @param rounds how many trees are grown, at least 1
 * @param depth how many questions lie between a tree's root and its leaves, at least 1
 * @param rate how much of each tree's advice is taken, above 0 and at most 1
 * @param subsample the share of rows that each tree sees, above 0 and at most 1
 * @param objective what is made better
 * @param query the column that names the query of each row
 * @param options which way scores may go, and when to stop: whole queries are kept aside, and judge by the objective's own metric
 * @param seed makes two runs agree where {@code subsample} is below 1 or queries are kept aside; else nothing is drawn, and no seed changes anything
 */
public record GradientBoostingRanker(
        int rounds,
        int depth,
        double rate,
        double subsample,
        Objective objective,
        String query,
        BoostingOptions options,
        long seed)
        implements RowWeighted {
    /** Beyond, XGBoost's own metric of a ranking has no exponential gain. */
    private static final int MOST_EXPONENTIAL = 31;

    /** What is made better. */
    public enum Objective {
        /** The normalised discounted cumulative gain, by a gain of 2 to the power of the relevance less 1: of relevance up to 31. */
        NDCG(MOST_EXPONENTIAL, "; number the grades from 0 on, or take PAIRWISE"),
        /** How many pairs of rows of a query stand in order, however far apart they are: of any relevance. */
        PAIRWISE(1 << 24, "; number the grades from 0 on"),
        /** The mean average precision: of relevance 0 and 1. */
        MAP(1, "; take NDCG or PAIRWISE, or make it 1 from some relevance on");

        private final int most;
        private final String wayOut;

        Objective(int most, String wayOut) {
            this.most = most;
            this.wayOut = wayOut;
        }

        int most() {
            return most;
        }

        String wayOut() {
            return wayOut;
        }

        /** Returns XGBoost's name. */
        String parameter() {
            return "rank:" + name().toLowerCase(Locale.ROOT);
        }
    }

    public GradientBoostingRanker {
        new Boosting("GradientBoostingRanker", rounds, depth, rate, subsample, options, seed);
        given(objective, "objective");
        if (!options.objective().equals(BoostingObjective.OWN)) {
            throw new IllegalArgumentException(
                    "objective %s is none of a ranker, which has its own; name one by GradientBoostingRanker.Objective"
                            .formatted(options.objective()));
        }
        given(query, "query", "name the column that names the query of each row");
    }

    /** Grows trees of depth 6 over all rows, at rate 0.3, by {@link Objective#NDCG}. */
    public GradientBoostingRanker(int rounds, String query, long seed) {
        this(rounds, 6, 0.3, 1, Objective.NDCG, query, BoostingOptions.NONE, seed);
    }

    /** Returns the same trainer, held to these options. */
    public GradientBoostingRanker with(BoostingOptions options) {
        return new GradientBoostingRanker(
                rounds, depth, rate, subsample, objective, query, options, seed);
    }

    /** Returns the same trainer, making something else better. */
    public GradientBoostingRanker by(Objective objective) {
        return new GradientBoostingRanker(
                rounds, depth, rate, subsample, objective, query, options, seed);
    }

    @Override
    public Optional<Target.Kind> predicts() {
        return Optional.of(Target.Kind.RANKS);
    }

    @Override
    public Optional<String> ranksWithin() {
        return Optional.of(query);
    }

    /**
     * Learns from a table.
     *
     * @param label the column of the relevance
     * @throws IllegalArgumentException if the query's column is not there, is the label, or has missing cells, if all queries have one row, or a relevance is
     *     none: the message names the row and the way out
     */
    @Override
    public Model fit(Table table, String label) {
        return fit(table, Relevance.of(table, label, query, objective), new float[0]);
    }

    /** Learns from queries that count what their rows' weights say: XGBoost weighs whole queries, so all rows of one have the same weight. */
    @Override
    public Model fit(Table table, String label, double[] weights) {
        var relevance = Relevance.of(table, label, query, objective);
        var ofQueries = relevance.weights(weights);
        return fit(table, relevance, RowWeights.forXgboost(ofQueries, ofQueries.length));
    }

    private Model fit(Table table, Relevance relevance, float[] weights) {
        if (options.monotone().containsKey(query)) {
            throw new IllegalArgumentException(
                    "'%s' names the query, and is no column to be monotone in".formatted(query));
        }
        if (options.categorical().contains(query)) {
            throw new IllegalArgumentException(
                    "'%s' names the query, and is no column to be a category; take it out of categorical(…)"
                            .formatted(query));
        }
        var schema = Schema.of(table.rejectColumns(query), relevance.target());
        // Before it is trained: what an interrupt keeps waits for nothing more.
        var provenance = Provenance.of(table);
        // XGBoost's metric, by which rounds are judged, refuses what the objective would take.
        boolean isExponential = !relevance.isAnyAbove(MOST_EXPONENTIAL);
        Map<String, Object> parameters =
                Map.of("objective", objective.parameter(), "ndcg_exp_gain", isExponential);
        var goal = new Boosting.Goal(relevance.floats(), weights, parameters, 1);
        var booster =
                new Boosting(name(), rounds, depth, rate, subsample, options, seed)
                        .ranked(table, schema, goal, relevance.queries());
        return new XgboostModel(schema, this, booster, XgboostModel.Scale.NONE, provenance);
    }
}
