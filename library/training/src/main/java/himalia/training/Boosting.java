package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Progress;
import himalia.evaluation.folds.Fold;
import himalia.model.Schema;
import himalia.model.Trainer;
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
            var matrix = XgboostRows.matrix(FloatRange.checked(schema, schema.rows(table)));
            try {
                matrix.setLabel(goal.labels());
                if (goal.weights().length > 0) {
                    matrix.setWeight(goal.weights());
                }
                long cells = (long) table.rowCount() * schema.features().size();
                var parameters = parameters(goal.parameters(), cells);
                parameters.putAll(options.parameters(table, schema));
                return options.patience() > 0
                        ? stopped(matrix, options.fold(table, schema, seed), parameters, goal)
                        : grown(matrix, parameters, goal, rounds);
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException(
                    "XGBoost could not train %s: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** Grows them somewhere else, on all rows. */
    Booster grown(Table table, Schema schema, Goal goal, BoostingPlace place) {
        var parameters = parameters(goal.parameters(), 1);
        parameters.putAll(options.parameters(table, schema));
        var words = new HashMap<String, String>();
        parameters.forEach((parameter, value) -> words.put(parameter, value.toString()));
        var rows = FloatRange.checked(schema, schema.rows(table));
        var task = new BoostingTask(name, rows, goal.labels(), goal.weights(), words, rounds);
        return XgboostModel.trees(place.grow(task));
    }

    /** Round by round, so that an interrupted cell stops after the tree at hand. */
    private Booster grown(DMatrix matrix, Map<String, Object> parameters, Goal goal, int wanted)
            throws XGBoostError {
        TrainingInterrupted.check(name, 0, "of " + wanted + " rounds");
        try (var progress = Progress.whenLong("rounds", wanted)) {
            var booster = XGBoost.train(matrix, parameters, 1, Map.of(), goal.objective(), null);
            progress.advance(1);
            try {
                for (int round = 1; round < wanted; round++) {
                    TrainingInterrupted.check(name, round, "of " + wanted + " rounds");
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
                    progress.note(loss(booster, matrix, wanted - 1, goal.unit()));
                }
                return booster;
            } catch (TrainingInterrupted e) {
                booster.dispose();
                throw e;
            }
        }
    }

    /** XGBoost for Java cannot drop rounds, so those up to the best are grown again, the same as before. */
    private Booster stopped(DMatrix all, Fold fold, Map<String, Object> parameters, Goal goal)
            throws XGBoostError {
        var learnt = all.slice(fold.trainRows());
        try {
            var judging = all.slice(fold.testRows());
            try {
                return grown(learnt, parameters, goal, best(learnt, judging, parameters));
            } finally {
                judging.dispose();
            }
        } finally {
            learnt.dispose();
        }
    }

    /** Returns after how many rounds the loss of the rows that judge is least. */
    private int best(DMatrix learnt, DMatrix judging, Map<String, Object> parameters)
            throws XGBoostError {
        try (var progress = Progress.whenLong("rounds to judge", rounds)) {
            var booster = XGBoost.train(learnt, parameters, 1, Map.of(), null, null);
            try {
                int best = 1;
                double least = judged(booster, judging, 0);
                for (int round = 1; round < rounds && round - best < options.patience(); round++) {
                    TrainingInterrupted.check(name, round, "of " + rounds + " rounds");
                    booster.update(learnt, round);
                    double loss = judged(booster, judging, round);
                    if (loss < least) {
                        least = loss;
                        best = round + 1;
                    }
                    progress.advance(1);
                }
                progress.finish("");
                return best;
            } finally {
                booster.dispose();
            }
        }
    }

    /** Says how many rounds were kept, where not all that were asked for. */
    static String outcome(Trainer trainer, Booster booster) {
        int wanted =
                trainer instanceof GradientBoosting classes
                        ? classes.rounds()
                        : trainer instanceof GradientBoostingRegressor numbers
                                ? numbers.rounds()
                                : 0;
        try {
            int kept = booster.getNumBoostedRound();
            return kept < wanted
                    ? "kept %d of %d rounds: later ones were no better for the rows that were kept aside"
                            .formatted(kept, wanted)
                    : "";
        } catch (XGBoostError e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static double judged(Booster booster, DMatrix rows, int round) throws XGBoostError {
        var told = booster.evalSet(new DMatrix[] {rows}, new String[] {"judge"}, round);
        return Double.parseDouble(told.substring(told.lastIndexOf(':') + 1));
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
