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
}
