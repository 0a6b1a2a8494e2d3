package himalia.training;

import himalia.model.GrownTree;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A tree of questions, node by node: a row goes to the left where its feature is not above the cut. What a leaf says stands where its
 * feature is -1.
 *
 * @param features the feature that a node asks for, or -1
 * @param cuts what it is compared with
 * @param left the node for rows that are not above
 * @param right the node for rows that are above
 * @param shares how much of each class a leaf has, or the number alone that it says; nothing at other nodes
 * @param covers what the rows weigh that came to each node; empty where nobody has counted
 * @param gains what the questions of each column gained, as shares of 1; empty where nobody has counted
 */
record Tree(
        int[] features,
        double[] cuts,
        int[] left,
        int[] right,
        double[][] shares,
        double[] covers,
        double[] gains) {
    private static final int LEAF = -1;

    Tree(int[] features, double[] cuts, int[] left, int[] right, double[][] shares) {
        this(features, cuts, left, right, shares, new double[0], new double[0]);
    }

    /**
     * Returns the same, with what was counted.
     *
     * @param counted what the rows weigh that came to each node
     * @param gained what the questions of each column gained
     */
    Tree counted(double[] counted, double[] gained) {
        return new Tree(features, cuts, left, right, shares, counted, gained);
    }

    GrownTree grown(List<String> names) {
        return grown(names, List.of());
    }

    /** Returns the same, some nodes of which ask for sets of levels. */
    GrownTree grown(List<String> names, List<List<String>> sets) {
        return new GrownTree(names, features, cuts, left, right, shares, covers, sets);
    }

    /** Returns the same, whose leaves say so many times as much. */
    Tree scaled(double times) {
        var scaled =
                Arrays.stream(shares)
                        .map(each -> Arrays.stream(each).map(value -> value * times).toArray())
                        .toArray(double[][]::new);
        return new Tree(features, cuts, left, right, scaled, covers, gains);
    }

    /** Returns the same tree with other shares in its leaves. */
    Tree withShares(double[][] counted) {
        var kept = new double[features.length][];
        Arrays.setAll(kept, node -> features[node] == LEAF ? counted[node] : new double[0]);
        return new Tree(features, cuts, left, right, kept, covers, gains);
    }

    /** Returns the shares of the classes in the leaf that a row comes to. */
    double[] shares(double[] row) {
        int node = 0;
        for (int asked = features[0]; asked != LEAF; asked = features[node]) {
            node = row[asked] > cuts[node] ? right[node] : left[node];
        }
        return shares[node];
    }

    /** Returns the node that a row goes to from another one, or -1 from a leaf. */
    int next(int node, double[] row) {
        if (features[node] == LEAF) {
            return LEAF;
        }
        return row[features[node]] > cuts[node] ? right[node] : left[node];
    }

    int leaves() {
        var leaves = 0;
        for (var feature : features) {
            leaves += feature == LEAF ? 1 : 0;
        }
        return leaves;
    }

    /** Returns how many questions the highest of some trees asks. */
    static int depth(Stream<Tree> trees) {
        return trees.mapToInt(Tree::depth).max().orElse(0);
    }

    /** Children stand behind their parents. */
    int depth() {
        var depths = new int[features.length];
        var deepest = 0;
        for (var node = 0; node < features.length; node++) {
            if (features[node] == LEAF) {
                deepest = Math.max(deepest, depths[node]);
            } else {
                depths[left[node]] = depths[node] + 1;
                depths[right[node]] = depths[node] + 1;
            }
        }
        return deepest;
    }
}
