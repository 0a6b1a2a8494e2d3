package himalia.training;

import java.util.Arrays;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** What the questions of XGBoost's trees gain. */
final class XgboostGains {
    private XgboostGains() {}

    /** Returns the mean gain of the questions of each column, as shares of 1, as its {@code feature_importances_} in Python. */
    static double[][] of(Booster booster, int columns) {
        var names = IntStream.range(0, columns).mapToObj(j -> "f" + j).toArray(String[]::new);
        try {
            var gains = booster.getScore(names, "gain");
            var shares =
                    Arrays.stream(names)
                            .mapToDouble(name -> gains.getOrDefault(name, 0.0))
                            .toArray();
            return new double[][] {TreeGains.shares(shares)};
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost cannot tell its gains: " + e.getMessage(), e);
        }
    }

    /** Returns the same of trees that ask for sets, which XGBoost for Java does not find in its own text. */
    static double[][] ofSets(Booster booster, int columns) {
        var gains = new double[columns];
        var counts = new int[columns];
        for (var each : XgboostTrees.model(booster).getAsJsonArray("trees")) {
            var tree = each.getAsJsonObject();
            var left = tree.getAsJsonArray("left_children");
            for (int node = 0; node < left.size(); node++) {
                if (left.get(node).getAsInt() >= 0) {
                    int feature = tree.getAsJsonArray("split_indices").get(node).getAsInt();
                    gains[feature] += tree.getAsJsonArray("loss_changes").get(node).getAsDouble();
                    counts[feature]++;
                }
            }
        }
        Arrays.setAll(gains, j -> gains[j] / Math.max(1, counts[j]));
        return new double[][] {TreeGains.shares(gains)};
    }
}
