package himalia.training;

import himalia.display.bundle.Progress;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Schema;
import himalia.model.Trainer;
import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tech.tablesaw.api.Table;

/**
 * Boosted trees, by XGBoost: each tree learns what the ones before it got wrong.
 *
 * <pre>{@code
 * Model model = new GradientBoosting(100, 42).fit(train, "churned");
 * }</pre>
 *
 * <p>Missing values need no filling: each split learns on which side they go.
 *
 * @param rounds how many trees are grown for each class
 * @param depth how many questions lie between a tree's root and its leaves
 * @param rate how much of each tree's advice is taken
 * @param subsample the share of rows that each tree sees
 * @param balanced true to let every class weigh the same, however rare
 * @param seed makes two runs agree
 */
public record GradientBoosting(
        int rounds, int depth, double rate, double subsample, boolean balanced, long seed)
        implements Trainer {
    private static final long CELLS_FOR_A_THREAD = 200_000;

    public GradientBoosting {
        Checks.atLeast("rounds", rounds, 1);
        Checks.atLeast("depth", depth, 1);
        Checks.within("rate", rate, 0, 1);
        Checks.within("subsample", subsample, 0, 1);
    }

    /** Grows trees of depth 6 over all rows, at rate 0.3. */
    public GradientBoosting(int rounds, long seed) {
        this(rounds, 6, 0.3, 1, false, seed);
    }

    /** Returns the same trainer, letting every class weigh the same. */
    public GradientBoosting withBalance() {
        return new GradientBoosting(rounds, depth, rate, subsample, true, seed);
    }

    @Override
    public Model fit(Table table, String label) {
        var labels = Labels.toLearn(table, label);
        var schema = Schema.of(table, labels);
        try {
            var matrix = XgboostModel.matrix(schema.rows(table));
            try {
                matrix.setLabel(codes(labels));
                if (balanced) {
                    matrix.setWeight(weights(labels));
                }
                return new XgboostModel(schema, this, grown(matrix, parameters(labels, schema)));
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException(
                    "XGBoost could not train " + this + ": " + e.getMessage(), e);
        }
    }

    /** Round by round, so that an interrupted cell stops after the tree at hand. */
    private Booster grown(DMatrix matrix, Map<String, Object> parameters) throws XGBoostError {
        try (var progress = Progress.whenLong("rounds", rounds)) {
            var booster = XGBoost.train(matrix, parameters, 1, Map.of(), null, null);
            progress.advance(1);
            try {
                for (int round = 1; round < rounds; round++) {
                    TrainingInterrupted.check(name(), round, "of " + rounds + " rounds");
                    booster.update(matrix, round);
                    progress.advance(1);
                    int judged = round;
                    progress.note(() -> loss(booster, matrix, judged));
                }
                if (progress.isShown()) {
                    progress.note(loss(booster, matrix, rounds - 1));
                }
                return booster;
            } catch (TrainingInterrupted e) {
                booster.dispose();
                throw e;
            }
        }
    }

    /** The objective's own metric on the training rows: {@code logloss 0.0312}. */
    private static String loss(Booster booster, DMatrix matrix, int round) {
        try {
            var told =
                    booster.evalSet(new DMatrix[] {matrix}, new String[] {"train"}, round)
                            .replaceFirst("^.*train-", "");
            int colon = told.indexOf(':');
            return "%s %.4f"
                    .formatted(
                            told.substring(0, colon),
                            Double.parseDouble(told.substring(colon + 1)));
        } catch (XGBoostError e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private Map<String, Object> parameters(Labels labels, Schema schema) {
        var parameters = new HashMap<String, Object>();
        int classes = labels.classes().size();
        if (classes == 2) {
            parameters.put("objective", "binary:logistic");
        } else {
            parameters.put("objective", "multi:softprob");
            parameters.put("num_class", classes);
        }
        parameters.put("tree_method", "hist");
        parameters.put("max_depth", depth);
        parameters.put("eta", rate);
        parameters.put("subsample", subsample);
        parameters.put("seed", seed);
        long cells = (long) labels.size() * schema.features().size();
        parameters.put("nthread", Threads.worthwhile(cells, CELLS_FOR_A_THREAD));
        parameters.put("verbosity", 0);
        return parameters;
    }

    private static float[] codes(Labels labels) {
        var codes = new float[labels.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = labels.code(row);
        }
        return codes;
    }

    private static float[] weights(Labels labels) {
        var balanced = labels.balancedWeights();
        var weights = new float[balanced.length];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = (float) balanced[row];
        }
        return weights;
    }
}
