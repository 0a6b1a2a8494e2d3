package himalia.training;

import himalia.display.bundle.Progress;
import himalia.model.Schema;
import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.IObjective;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * One growing of boosted trees, whatever they predict.
 *
 * @param name the trainer's name, for messages
 * @param rounds how many trees are grown for each class, or for the number
 */
record Boosting(String name, int rounds, int depth, double rate, double subsample, long seed) {
    private static final long CELLS_FOR_A_THREAD = 200_000;

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

        /** Returns the same goal by an objective of ours, from a start that XGBoost does not look for. */
        Goal by(IObjective ours) {
            var started = new HashMap<>(parameters);
            started.put("base_score", 0.5);
            return new Goal(labels, weights, started, unit, ours);
        }
    }

    Boosting {
        Checks.atLeast("rounds", rounds, 1);
        Checks.atLeast("depth", depth, 1);
        Checks.within("rate", rate, 0, 1);
        Checks.within("subsample", subsample, 0, 1);
    }

    Booster grown(Table table, Schema schema, Goal goal) {
        try {
            var matrix = XgboostRows.matrix(FloatRange.checked(schema, schema.rows(table)));
            try {
                matrix.setLabel(goal.labels());
                if (goal.weights().length > 0) {
                    matrix.setWeight(goal.weights());
                }
                long cells = (long) table.rowCount() * schema.features().size();
                return grown(matrix, parameters(goal.parameters(), cells), goal);
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException(
                    "XGBoost could not train %s: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** Round by round, so that an interrupted cell stops after the tree at hand. */
    private Booster grown(DMatrix matrix, Map<String, Object> parameters, Goal goal)
            throws XGBoostError {
        try (var progress = Progress.whenLong("rounds", rounds)) {
            var booster = XGBoost.train(matrix, parameters, 1, Map.of(), goal.objective(), null);
            progress.advance(1);
            try {
                for (int round = 1; round < rounds; round++) {
                    TrainingInterrupted.check(name, round, "of " + rounds + " rounds");
                    if (goal.objective() == null) {
                        booster.update(matrix, round);
                    } else {
                        booster.update(matrix, round, goal.objective());
                    }
                    progress.advance(1);
                    int judged = round;
                    progress.note(() -> loss(booster, matrix, judged, goal.unit()));
                }
                if (progress.isShown()) {
                    progress.note(loss(booster, matrix, rounds - 1, goal.unit()));
                }
                return booster;
            } catch (TrainingInterrupted e) {
                booster.dispose();
                throw e;
            }
        }
    }

    /** The objective's own metric on the training rows: {@code logloss 0.0312}. */
    private static String loss(Booster booster, DMatrix matrix, int round, double unit) {
        try {
            var told =
                    booster.evalSet(new DMatrix[] {matrix}, new String[] {"train"}, round)
                            .replaceFirst("^.*train-", "");
            int colon = told.indexOf(':');
            return (unit == 1 ? "%s %.4f" : "%s %.4g")
                    .formatted(
                            told.substring(0, colon),
                            unit * Double.parseDouble(told.substring(colon + 1)));
        } catch (XGBoostError e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private Map<String, Object> parameters(Map<String, Object> goal, long cells) {
        var parameters = new HashMap<>(goal);
        parameters.put("tree_method", "hist");
        parameters.put("max_depth", depth);
        parameters.put("eta", rate);
        parameters.put("subsample", subsample);
        parameters.put("seed", seed);
        parameters.put("nthread", Threads.worthwhile(cells, CELLS_FOR_A_THREAD));
        parameters.put("verbosity", 0);
        return parameters;
    }
}
