package himalia.training;

import himalia.model.Contributions;
import himalia.model.Schema;
import himalia.model.Target;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** What each column adds, as XGBoost tells itself. */
final class XgboostShap {
    private XgboostShap() {}

    static Contributions of(
            Booster booster,
            Schema schema,
            CategoryLevels levels,
            XgboostModel.Scale scale,
            boolean isLog,
            double[][] rows) {
        var outputs = outputs(schema);
        int width = schema.features().size();
        var base = new double[outputs.size()];
        var parts = new double[outputs.size()][rows.length][width];
        var told = rows.length == 0 ? new float[0][] : told(booster, rows);
        for (int row = 0; row < rows.length; row++) {
            for (int k = 0; k < base.length; k++) {
                int start = k * (width + 1);
                for (int j = 0; j < width; j++) {
                    parts[k][row][j] = told[row][start + j] * scale.unit();
                }
                base[k] = told[row][start + width] * scale.unit() + scale.middle();
            }
        }
        var unit =
                schema.target() instanceof Target.Classes
                        ? "log odds"
                        : isLog ? "logarithm of the number" : "number";
        var names = schema.featureNames();
        return new Contributions(outputs, unit, names, rows, base, parts, levels.levels());
    }

    /** Of two classes XGBoost tells the odds of the second. */
    private static List<String> outputs(Schema schema) {
        if (schema.target() instanceof Target.Classes classes) {
            var all = classes.classes();
            return all.size() == 2 ? all.subList(1, 2) : all;
        }
        return List.of("prediction");
    }

    private static float[][] told(Booster booster, double[][] rows) {
        try {
            var matrix = XgboostRows.matrix(rows);
            try {
                return booster.predictContrib(matrix, 0);
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException(
                    "XGBoost could not tell what columns add: " + e.getMessage(), e);
        }
    }
}
