package himalia.training;

import java.util.Arrays;

/** The nodes of a tree while it grows: leaves, until they are given a question. */
final class GrownNodes {
    private int[] features = new int[1];
    private double[] cuts = new double[1];
    private int[] left = new int[1];
    private int[] right = new int[1];
    private double[][] held = new double[1][];
    private int count;

    /** Adds a leaf, and returns its place. */
    int leaf() {
        if (count == features.length) {
            features = Arrays.copyOf(features, 2 * count);
            cuts = Arrays.copyOf(cuts, 2 * count);
            left = Arrays.copyOf(left, 2 * count);
            right = Arrays.copyOf(right, 2 * count);
            held = Arrays.copyOf(held, 2 * count);
        }
        features[count] = -1;
        left[count] = -1;
        right[count] = -1;
        return count++;
    }

    /** Notes what the rows of a node hold. */
    void hold(int node, double[] values) {
        held[node] = values;
    }

    /** Makes a question of a leaf. */
    void ask(int node, int feature, double cut, int below, int above) {
        features[node] = feature;
        cuts[node] = cut;
        left[node] = below;
        right[node] = above;
    }

    /** Returns the tree; its leaves say nothing yet. */
    Tree tree() {
        return new Tree(
                Arrays.copyOf(features, count),
                Arrays.copyOf(cuts, count),
                Arrays.copyOf(left, count),
                Arrays.copyOf(right, count),
                new double[count][0]);
    }

    /** Returns what the rows of each node hold. */
    double[][] held() {
        return Arrays.copyOf(held, count);
    }
}
