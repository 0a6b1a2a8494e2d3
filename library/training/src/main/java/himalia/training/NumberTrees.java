package himalia.training;

import himalia.model.NumericLabel;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Trees of numbers. Tribuo's adds up all rows again for each cut it tries, and takes half a minute for 8,000; XGBoost keeps what a cut gains in
 * floats, and does not part what is small beside the labels of other nodes.
 *
 * @param rows as floats see them
 * @param distances how far each label is from a middle, in a unit
 * @param depth how many questions a row is asked at most; 0 for as many as it takes
 */
record NumberTrees(double[][] rows, double[] distances, XgboostModel.Scale scale, int depth) {
    static NumberTrees of(double[][] rows, NumericLabel label, int depth) {
        var scale = FloatRange.scale(label);
        return new NumberTrees(
                Arrays.stream(rows)
                        .map(row -> Arrays.stream(row).map(value -> (float) value).toArray())
                        .toArray(double[][]::new),
                Arrays.stream(label.values())
                        .map(value -> (value - scale.middle()) / scale.unit())
                        .toArray(),
                scale,
                depth);
    }

    /** Grows a tree of some rows, which may be there several times; what it asks throws where the tree is to end. */
    Tree grow(int[] seen, Runnable ask) {
        var some = IntStream.of(seen).mapToObj(row -> rows[row]).toArray(double[][]::new);
        var labels = IntStream.of(seen).mapToDouble(row -> distances[row]).toArray();
        return means(new NumberCuts(some, labels, depth, ask).grow(), some, labels);
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
                counts,
                TreeGains.shares(gains));
    }
}
