package himalia.model;

import static himalia.display.bundle.Given.given;

import java.util.Arrays;
import java.util.List;

/**
 * A tree of questions that a model has grown, node by node; node 0 is its root.
 *
 * <pre>{@code
 * GrownTree tree = model.trees().get(0);
 * tree.isLeaf(0)
 * String root = tree.features().get(tree.asked()[0]) + " <= " + tree.cuts()[0];     // what it asks first
 * }</pre>
 *
 * @param features the columns that it may ask for
 * @param asked the place among them of what a node asks for, -1 for a leaf
 * @param cuts what it is compared with
 * @param left the node for rows that are not above, which stands behind its parent
 * @param right the node for rows that are above
 * @param says what a leaf says: the share of each class, or a number; nothing for other nodes
 * @param weights how many rows, or what they weigh, came to a node when it grew
 * @param sets of each node the levels of a category with which rows go to the right, where it asks for one and has no cut; empty for other nodes, and where no node does
 */
public record GrownTree(
        List<String> features,
        int[] asked,
        double[] cuts,
        int[] left,
        int[] right,
        double[][] says,
        double[] weights,
        List<List<String>> sets) {
    /** A tree that compares numbers alone. */
    public GrownTree(
            List<String> features,
            int[] asked,
            double[] cuts,
            int[] left,
            int[] right,
            double[][] says,
            double[] weights) {
        this(features, asked, cuts, left, right, says, weights, List.of());
    }

    public GrownTree {
        features = List.copyOf(given(features, "features"));
        // Those of a model, which nobody is to change.
        asked = given(asked, "asked").clone();
        cuts = given(cuts, "cuts").clone();
        left = given(left, "left").clone();
        right = given(right, "right").clone();
        says = Arrays.stream(given(says, "says")).map(double[]::clone).toArray(double[][]::new);
        weights = given(weights, "weights").clone();
        sets = given(sets, "sets").stream().map(List::copyOf).toList();
    }

    /** Returns whether a node asks for a set of levels. */
    public boolean asksForSet(int node) {
        return !sets.isEmpty() && !sets.get(node).isEmpty();
    }

    /** Returns whether a node asks nothing. */
    public boolean isLeaf(int node) {
        return asked[node] < 0;
    }
}
