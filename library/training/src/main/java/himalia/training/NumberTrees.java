package himalia.training;

import himalia.model.NumericLabel;
import java.util.Arrays;

/**
 * Trees of numbers.
 *
 * @param labels what is learnt
 * @param distances how far each label is from the middle, in the unit
 * @param middle the mean of the labels, in the unit
 * @param unit a power of two, so that no digit changes, in which squares of labels are numbers
 * @param settings how high they grow
 */
record NumberTrees(
        RankedColumns columns,
        double[] labels,
        double[] distances,
        double middle,
        double unit,
        TreeSettings settings) {
    /**
     * Prepares them.
     *
     * @param ask throws where it is to end
     * @param depth how many questions a row is asked at most; 0 for as many as it takes
     */
    static NumberTrees of(double[][] rows, NumericLabel label, int depth, Runnable ask) {
        var labels = label.values();
        double largest = Arrays.stream(labels).map(Math::abs).max().orElse(0);
        double unit = largest == 0 ? 1 : Math.scalb(1.0, Math.getExponent(largest));
        double middle = Arrays.stream(labels).map(value -> value / unit).average().orElseThrow();
        return new NumberTrees(
                RankedColumns.of(rows, ask),
                labels,
                Arrays.stream(labels).map(value -> value / unit - middle).toArray(),
                middle,
                unit,
                new TreeSettings(depth, 1, false, false, 0));
    }

    /**
     * Grows one; leaves say the mean of their rows, and a question gains what the spread around the means is less behind it.
     *
     * @param weights what each row counts; rows of none are left out
     * @param ask throws where the tree is to end
     */
    Tree grow(double[] weights, Runnable ask) {
        var purity = new NumberPurity(distances, weights);
        var nodes = new Cart(columns, weights, purity, settings, ask).grow();
        var tree = nodes.tree();
        var held = nodes.held();
        var leaves = new double[held.length][0];
        var gains = new double[columns.width()];
        for (int node = 0; node < held.length; node++) {
            int feature = tree.features()[node];
            if (feature < 0) {
                leaves[node] = new double[] {leaf(held[node])};
            } else {
                gains[feature] +=
                        squares(held[tree.left()[node]])
                                + squares(held[tree.right()[node]])
                                - squares(held[node]);
            }
        }
        var covers = Arrays.stream(held).mapToDouble(each -> each[0]).toArray();
        return tree.withShares(leaves).counted(covers, TreeGains.shares(gains));
    }

    /** The mean of equal labels is that label: its distance is rounded. */
    private double leaf(double[] held) {
        int same = (int) held[2];
        return same < 0 ? (middle + held[1] / held[0]) * unit : labels[same];
    }

    private static double squares(double[] countAndSum) {
        return countAndSum[1] * countAndSum[1] / countAndSum[0];
    }
}
