package himalia.training;

import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.Booster.PredictionType;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * What sums over trees say of two classes, by XGBoost itself, bit for bit. It is asked through trees of one feature, none of which it looks at: rows of
 * all features would be copied only to be counted.
 */
final class XgboostLink implements AutoCloseable {
    /** From the second round to before it: no tree. */
    private static final int[] NO_ROUNDS = {1, 1};

    private final Booster booster;

    XgboostLink() {
        try {
            var rows = new DMatrix(new float[2], 2, 1, Float.NaN);
            try {
                rows.setLabel(new float[] {0, 1});
                var settings = new HashMap<>(GradientBoosting.objective(2));
                settings.put("nthread", 1);
                settings.put("verbosity", 0);
                booster = XGBoost.train(rows, settings, 1, Map.of(), null, null);
            } finally {
                rows.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost cannot predict: " + e.getMessage(), e);
        }
    }

    /** Returns what each of a row's sums begins with where no tree is asked. */
    static float[] starts(Booster trees, int width) throws XGBoostError {
        var row = new float[width];
        return trees.inplace_predict(
                        row, 1, width, Float.NaN, NO_ROUNDS, PredictionType.kMargin, null)[0];
    }

    /** Returns for each row's sum how probable the second class is. */
    float[][] of(float[] sums) throws XGBoostError {
        int rows = sums.length;
        return booster.inplace_predict(
                new float[rows], rows, 1, Float.NaN, NO_ROUNDS, PredictionType.kValue, sums);
    }

    @Override
    public void close() {
        booster.dispose();
    }
}
