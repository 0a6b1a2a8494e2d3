package himalia.training;

import himalia.model.NumericLabel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Trees of numbers by XGBoost: one round of its exact cuts without any penalty is CART's tree. Tribuo's adds up all rows again for each cut
 * it tries, and takes half a minute for 8,000.
 *
 * @param name the trainer's name, for messages
 * @param rows as floats see them
 * @param distances how far each label is from a middle, in a unit
 * @param depth how many questions a row is asked at most; 0 for as many as it takes
 */
record NumberTrees(
        String name, double[][] rows, double[] distances, XgboostModel.Scale scale, int depth) {
    /** XGBoost's exact cuts want a limit. */
    private static final int NO_LIMIT = 10_000;

    static NumberTrees of(String name, double[][] rows, NumericLabel label, int depth) {
        double mean = FloatRange.mean(label);
        double unit = FloatRange.unit(label, mean);
        return new NumberTrees(
                name,
                Arrays.stream(rows)
                        .map(row -> Arrays.stream(row).map(value -> (float) value).toArray())
                        .toArray(double[][]::new),
                Arrays.stream(label.values()).map(value -> (value - mean) / unit).toArray(),
                new XgboostModel.Scale(mean, unit),
                depth);
    }

    /** Grows a tree of some rows, which may be there several times. */
    Tree grow(int[] seen) {
        var some = IntStream.of(seen).mapToObj(row -> rows[row]).toArray(double[][]::new);
        var labels = IntStream.of(seen).mapToDouble(row -> distances[row]).toArray();
        try {
            var matrix = XgboostRows.matrix(some);
            try {
                var floats = new float[labels.length];
                for (int row = 0; row < floats.length; row++) {
                    floats[row] = (float) labels[row];
                }
                matrix.setLabel(floats);
                var booster = XGBoost.train(matrix, parameters(), 1, Map.of(), null, null);
                try {
                    var grown = XgboostTrees.of(booster.toByteArray("json"), false).trees();
                    return means(grown.get(0).tree(), some, labels);
                } finally {
                    booster.dispose();
                }
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException(
                    "XGBoost could not train %s: %s".formatted(name, e.getMessage()), e);
        }
    }

    private Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("objective", "reg:squarederror");
        parameters.put("base_score", 0);
        parameters.put("tree_method", "exact");
        parameters.put("max_depth", depth == 0 ? NO_LIMIT : depth);
        parameters.put("eta", 1);
        parameters.put("lambda", 0);
        parameters.put("nthread", 1);
        parameters.put("verbosity", 0);
        return parameters;
    }

    /** Leaves say the mean of their rows in doubles; a question gains what the spread around the means is less behind it. */
    private Tree means(Tree tree, double[][] some, double[] labels) {
        int nodes = tree.features().length;
        var counts = new double[nodes];
        var sums = new double[nodes];
        for (int row = 0; row < some.length; row++) {
            int node = 0;
            while (node >= 0) {
                counts[node]++;
                sums[node] += labels[row];
                node = tree.next(node, some[row]);
            }
        }
        var leaves = new double[nodes][0];
        var gains = new double[some[0].length];
        for (int node = 0; node < nodes; node++) {
            int feature = tree.features()[node];
            if (feature < 0) {
                leaves[node] = new double[] {scale.number(sums[node] / counts[node])};
            } else {
                for (int child : new int[] {tree.left()[node], tree.right()[node]}) {
                    gains[feature] += sums[child] * sums[child] / counts[child];
                }
                gains[feature] -= sums[node] * sums[node] / counts[node];
            }
        }
        return new Tree(
                tree.features(),
                tree.cuts(),
                tree.left(),
                tree.right(),
                leaves,
                TreeGains.shares(gains));
    }
}
