package himalia.training;

import java.util.Arrays;

/** What the questions of a tree gain: by how much purer the rows are behind them, as scikit-learn's {@code feature_importances_}. */
final class TreeGains {
    private TreeGains() {}

    /**
     * Returns the gains of each column, as shares of 1; 0 for all where the tree asks nothing.
     *
     * @param counts what rows of each class count that come to each node
     * @param columns how many columns there are
     * @param isEntropy whether purity is measured by entropy, else by Gini's index
     */
    static double[] of(Tree tree, double[][] counts, int columns, boolean isEntropy) {
        var impure = Arrays.stream(counts).mapToDouble(each -> impurity(each, isEntropy)).toArray();
        var gains = new double[columns];
        for (int node = 0; node < counts.length; node++) {
            if (tree.features()[node] >= 0) {
                gains[tree.features()[node]] +=
                        impure[node] - impure[tree.left()[node]] - impure[tree.right()[node]];
            }
        }
        return shares(gains);
    }

    /** Returns parts of 1. */
    static double[] shares(double[] values) {
        double all = Arrays.stream(values).sum();
        return Arrays.stream(values).map(value -> all > 0 ? value / all : 0).toArray();
    }

    /** How impure the rows of a node are, times what they count. */
    private static double impurity(double[] counts, boolean isEntropy) {
        double all = Arrays.stream(counts).sum();
        double sum = 0;
        for (double count : counts) {
            double share = count / all;
            if (count > 0) {
                sum += isEntropy ? -share * Math.log(share) : share * (1 - share);
            }
        }
        return all * sum;
    }
}
