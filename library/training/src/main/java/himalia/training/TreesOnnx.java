package himalia.training;

import himalia.onnx.OnnxOperator;
import himalia.onnx.OnnxType;
import himalia.onnx.OnnxValue;
import java.util.ArrayList;
import java.util.List;

/** Trees as one operator of ONNX, which takes and adds doubles and gives the sums as floats. */
final class TreesOnnx {
    private final List<Long> trees = new ArrayList<>();
    private final List<Long> nodes = new ArrayList<>();
    private final List<Long> features = new ArrayList<>();
    private final List<String> modes = new ArrayList<>();
    private final List<Double> cuts = new ArrayList<>();
    private final List<Long> left = new ArrayList<>();
    private final List<Long> right = new ArrayList<>();
    private final List<Long> missing = new ArrayList<>();
    private final List<Long> leafTrees = new ArrayList<>();
    private final List<Long> leafNodes = new ArrayList<>();
    private final List<Long> targets = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    private TreesOnnx() {}

    /** Returns what the leaves that rows come to add up to, side by side. */
    static OnnxValue sums(OnnxValue rows, List<WrittenTree> trees, int sums) {
        var written = new TreesOnnx();
        for (int i = 0; i < trees.size(); i++) {
            written.add(trees.get(i), i);
        }
        return rows.graph()
                .node(written.operator(sums), OnnxType.FLOAT, sums, rows)
                .as(OnnxType.NUMBER);
    }

    private void add(WrittenTree written, long number) {
        var tree = written.tree();
        for (int node = 0; node < tree.features().length; node++) {
            boolean isLeaf = tree.features()[node] < 0;
            trees.add(number);
            nodes.add((long) node);
            features.add(isLeaf ? 0L : tree.features()[node]);
            modes.add(isLeaf ? "LEAF" : "BRANCH_LEQ");
            cuts.add(isLeaf ? 0 : tree.cuts()[node]);
            left.add(isLeaf ? 0L : tree.left()[node]);
            right.add(isLeaf ? 0L : tree.right()[node]);
            missing.add(written.isMissingLeft()[node] ? 1L : 0L);
            for (int k = 0; isLeaf && k < tree.shares()[node].length; k++) {
                leafTrees.add(number);
                leafNodes.add((long) node);
                targets.add((long) written.first() + k);
                weights.add(tree.shares()[node][k]);
            }
        }
    }

    private OnnxOperator operator(int sums) {
        return new OnnxOperator("TreeEnsembleRegressor")
                .in(OnnxOperator.ML)
                .with("n_targets", (long) sums)
                .with("nodes_treeids", longs(trees))
                .with("nodes_nodeids", longs(nodes))
                .with("nodes_featureids", longs(features))
                .with("nodes_modes", modes)
                .with("nodes_values_as_tensor", doubles(cuts))
                .with("nodes_truenodeids", longs(left))
                .with("nodes_falsenodeids", longs(right))
                .with("nodes_missing_value_tracks_true", longs(missing))
                .with("target_treeids", longs(leafTrees))
                .with("target_nodeids", longs(leafNodes))
                .with("target_ids", longs(targets))
                .with("target_weights_as_tensor", doubles(weights));
    }

    private static long[] longs(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    private static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
