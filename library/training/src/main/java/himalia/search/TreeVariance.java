package himalia.search;

import himalia.model.GrownTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How what a tree says differs all over a space, by each setting alone: exactly, from the boxes of its leaves.
 *
 * <p>F. Hutter, H. Hoos, K. Leyton-Brown (2014), algorithm 2. Settings are taken to be independent of each other, so that their shares are never more than 1
 * together.
 */
final class TreeVariance {
    /** Where a setting lies that is not there. */
    static final double ABSENT = -1;

    /** How often each setting is not there. */
    private final double[] absent;

    private final List<Box> leaves = new ArrayList<>();

    /**
     * Where a leaf is asked.
     *
     * @param low what each setting is above
     * @param high what it is not above
     */
    private record Box(double[] low, double[] high, double says) {}

    private TreeVariance(double[] absent) {
        this.absent = absent;
    }

    /** Returns the share of each setting; nothing of a tree that says the same everywhere. */
    static double[] shares(GrownTree tree, double[] absent) {
        var variance = new TreeVariance(absent);
        var low = new double[absent.length];
        var high = new double[absent.length];
        Arrays.fill(low, Double.NEGATIVE_INFINITY);
        Arrays.fill(high, Double.POSITIVE_INFINITY);
        variance.add(tree, 0, low, high);
        return variance.shares();
    }

    private void add(GrownTree tree, int node, double[] low, double[] high) {
        if (tree.isLeaf(node)) {
            leaves.add(new Box(low, high, tree.says()[node][0]));
            return;
        }
        int at = tree.asked()[node];
        double cut = tree.cuts()[node];
        add(tree, tree.left()[node], low, with(high, at, Math.min(high[at], cut)));
        add(tree, tree.right()[node], with(low, at, Math.max(low[at], cut)), high);
    }

    private static double[] with(double[] values, int at, double value) {
        var changed = values.clone();
        changed[at] = value;
        return changed;
    }

    /** Returns how likely a setting lies above one place and not above another one. */
    private double size(int at, double low, double high) {
        double within = Math.max(0, Math.min(high, 1) - Math.max(low, 0));
        return (1 - absent[at]) * within + (low < ABSENT && high >= ABSENT ? absent[at] : 0);
    }

    private double size(Box box, int but) {
        double size = 1;
        for (int at = 0; at < absent.length; at++) {
            size *= at == but ? 1 : size(at, box.low[at], box.high[at]);
        }
        return size;
    }

    private double[] shares() {
        var sizes = leaves.stream().mapToDouble(box -> size(box, -1)).toArray();
        double all = variance(leaves.stream().mapToDouble(Box::says).toArray(), sizes);
        return all > 0
                ? IntStream.range(0, absent.length).mapToDouble(at -> alone(at) / all).toArray()
                : new double[0];
    }

    /** Returns the variance of the means along one setting, all others being anywhere. */
    private double alone(int at) {
        var cuts =
                leaves.stream()
                        .flatMapToDouble(box -> DoubleStream.of(box.low[at], box.high[at]))
                        .sorted()
                        .distinct()
                        .toArray();
        // What each leaf adds is added where it begins, and taken away where it ends.
        var changes = new double[cuts.length];
        for (var box : leaves) {
            double adds = box.says * size(box, at);
            changes[Arrays.binarySearch(cuts, box.low[at])] += adds;
            changes[Arrays.binarySearch(cuts, box.high[at])] -= adds;
        }
        Arrays.parallelPrefix(changes, Double::sum);
        var sizes = new double[cuts.length];
        for (int i = 0; i + 1 < cuts.length; i++) {
            sizes[i] = size(at, cuts[i], cuts[i + 1]);
        }
        return variance(changes, sizes);
    }

    private static double variance(double[] values, double[] sizes) {
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += sizes[i] * values[i];
        }
        double variance = 0;
        for (int i = 0; i < values.length; i++) {
            variance += sizes[i] * (values[i] - mean) * (values[i] - mean);
        }
        return variance;
    }
}
