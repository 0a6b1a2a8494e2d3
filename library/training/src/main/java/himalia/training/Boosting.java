package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.model.Queries;
import himalia.model.Schema;
import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.IObjective;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * One growing of boosted trees, whatever they predict.
 *
 * @param name the trainer's name, for messages
 * @param rounds how many trees are grown for each class, or for the number
 */
record Boosting(
        String name,
        int rounds,
        int depth,
        double rate,
        double subsample,
        BoostingOptions options,
        long seed) {
    static final long CELLS_FOR_A_THREAD = 200_000;

    /**
     * What is learnt.
     *
     * @param weights what each row counts; empty where all count the same
     * @param unit what the labels are measured in, and so the loss
     * @param objective what is made small, or null for what the parameters name
     */
    record Goal(
            float[] labels,
            float[] weights,
            Map<String, Object> parameters,
            double unit,
            @Nullable IObjective objective) {
        Goal(float[] labels, float[] weights, Map<String, Object> parameters, double unit) {
            this(labels, weights, parameters, unit, null);
        }

        /** Returns the same goal, by settings that come before those of the growing. */
        Goal with(Map<String, Object> settings) {
            var all = new HashMap<>(parameters);
            all.putAll(settings);
            return new Goal(labels, weights, all, unit, objective);
        }

        /** Returns how many sums there are, to each of which a round adds a tree. */
        int sums() {
            return parameters.get("num_class") instanceof Integer classes ? classes : 1;
        }

        /** Returns whether more of what rounds are judged by is better. */
        boolean isGreaterBetter() {
            return String.valueOf(parameters.get("objective")).startsWith("rank:");
        }

        /** Returns the same goal by an objective of ours, from a start that XGBoost does not look for. */
        Goal by(IObjective ours) {
            var started = with(Map.of("base_score", 0.5)).parameters();
            return new Goal(labels, weights, started, unit, ours);
        }
    }

    /** Holds to no options. */
    Boosting(String name, int rounds, int depth, double rate, double subsample, long seed) {
        this(name, rounds, depth, rate, subsample, BoostingOptions.NONE, seed);
    }

    /** One round by XGBoost's own settings, but for those of the goal. */
    Boosting(String name, long seed) {
        this(name, 1, 6, 0.3, 1, seed);
    }

    Boosting {
        given(options, "options");
        Checks.atLeast("rounds", rounds, 1);
        Checks.atLeast("depth", depth, 1);
        Checks.within("rate", rate, 0, 1);
        Checks.within("subsample", subsample, 0, 1);
    }

    Booster grown(Table table, Schema schema, Goal goal) {
        try {
            var levels = CategoryLevels.learnt(name, table, schema, options);
            var columns = levels.columns(schema, table);
            FloatRange.refuseZeros(schema, columns);
            var matrix = XgboostRows.matrix(columns, table.rowCount());
            try {
                levels.tell(matrix);
                matrix.setLabel(goal.labels());
                if (goal.weights().length > 0) {
                    matrix.setWeight(goal.weights());
                }
                var growing = growing(table, schema, goal);
                return levels.kept(
                        schema,
                        options.patience() > 0
                                ? growing.early(matrix, options.fold(table, schema, seed), options)
                                : growing.all(matrix));
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw failed(e);
        }
    }

    /** Grows them by the order of the rows of each query, of which the goal has one weight each. */
    Booster ranked(Table table, Schema schema, Goal goal, Queries queries) {
        try {
            var levels = CategoryLevels.learnt(name, table, schema, options);
            var columns = levels.columns(schema, table);
            FloatRange.refuseZeros(schema, columns);
            var rows = new RankedRows(levels, columns, goal, queries);
            return levels.kept(schema, ranked(growing(table, schema, goal), rows));
        } catch (XGBoostError e) {
            throw failed(e);
        }
    }

    private Booster ranked(BoostingRounds growing, RankedRows rows) throws XGBoostError {
        if (options.patience() == 0) {
            var all = rows.matrix();
            try {
                return growing.all(all);
            } finally {
                all.dispose();
            }
        }
        var fold = options.fold(rows.queries(), seed);
        var learnt = rows.matrix(fold.trainRows());
        try {
            var judging = rows.matrix(fold.testRows());
            try {
                return growing.early(learnt, judging, options.patience());
            } finally {
                judging.dispose();
            }
        } finally {
            learnt.dispose();
        }
    }

    private BoostingRounds growing(Table table, Schema schema, Goal goal) {
        long cells = (long) table.rowCount() * schema.features().size();
        var parameters = parameters(goal.parameters(), cells);
        parameters.putAll(options.parameters(table, schema));
        return new BoostingRounds(name, rounds, parameters, goal);
    }

    private IllegalStateException failed(XGBoostError e) {
        return new IllegalStateException(
                "XGBoost could not train %s: %s".formatted(name, e.getMessage()), e);
    }

    /** Grows them somewhere else, on all rows. */
    Booster grown(Table table, Schema schema, Goal goal, BoostingPlace place) {
        CategoryChecks.named(name, table, schema, options.categorical());
        CategoryChecks.areNone(name, options.categorical());
        var parameters = parameters(goal.parameters(), 1);
        parameters.putAll(options.parameters(table, schema));
        var words = new HashMap<String, String>();
        parameters.forEach((parameter, value) -> words.put(parameter, value.toString()));
        var rows = FloatRange.checked(schema, schema.rows(table));
        FloatRange.refuseZeros(schema, schema.columns(table));
        var task = new BoostingTask(name, rows, goal.labels(), goal.weights(), words, rounds);
        return XgboostModel.trees(place.grow(task));
    }

    private HashMap<String, Object> parameters(Map<String, Object> goal, long cells) {
        var parameters = new HashMap<String, Object>();
        parameters.put("tree_method", "hist");
        parameters.put("max_depth", depth);
        parameters.put("eta", rate);
        parameters.put("subsample", subsample);
        parameters.put("seed", seed);
        parameters.put("nthread", Threads.worthwhile(cells, CELLS_FOR_A_THREAD));
        parameters.put("verbosity", 0);
        parameters.putAll(goal);
        return parameters;
    }
}
