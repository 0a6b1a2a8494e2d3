package himalia.training;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Grows CART's tree of numbers: each question leaves the least squared error. Labels are counted from the mean of the node, so that what is
 * small beside another node's labels is still parted.
 */
final class NumberCuts {
    private final double[][] rows;
    private final double[] labels;
    private final int depth;
    private final Runnable ask;

    /** The rows of each node stand together, in the order of each feature. */
    private final int[][] orders;

    private final boolean[] isLeft;
    private final int[] buffer;
    private int[] features = {-1};
    private double[] cuts = new double[1];
    private int[] left = {-1};
    private int[] right = {-1};
    private int nodes = 1;

    /**
     * Prepares it.
     *
     * @param depth how many questions a row is asked at most; 0 for as many as it takes
     * @param ask throws where the tree is to end; asked for each feature of each node
     */
    NumberCuts(double[][] rows, double[] labels, int depth, Runnable ask) {
        this.rows = rows;
        this.labels = labels;
        this.depth = depth == 0 ? Integer.MAX_VALUE : depth;
        this.ask = ask;
        isLeft = new boolean[rows.length];
        buffer = new int[rows.length];
        orders = new int[rows[0].length][];
        for (int feature = 0; feature < orders.length; feature++) {
            ask.run();
            int asked = feature;
            orders[feature] =
                    IntStream.range(0, rows.length)
                            .boxed()
                            .sorted(Comparator.comparingDouble(row -> rows[row][asked]))
                            .mapToInt(Integer::intValue)
                            .toArray();
        }
    }

    /** A node that may be parted: its rows stand from one place to another. */
    private record Open(int node, int from, int to, int depth) {}

    /** A question, and by how much it lessens the squared error. */
    private record Cut(int feature, int place, double gain) {}

    /** Returns the tree; its leaves say nothing yet. */
    Tree grow() {
        // A deep tree is deeper than the stack.
        var open = new ArrayDeque<Open>();
        open.add(new Open(0, 0, rows.length, 0));
        while (!open.isEmpty()) {
            var one = open.remove();
            var cut = one.depth() < depth ? best(one.from(), one.to()) : new Cut(-1, 0, 0);
            if (cut.feature() < 0) {
                continue;
            }
            int feature = cut.feature();
            int node = one.node();
            features[node] = feature;
            cuts[node] = between(feature, cut.place());
            int below = leaf();
            int above = leaf();
            left[node] = below;
            right[node] = above;
            part(feature, one.from(), cut.place(), one.to());
            open.add(new Open(below, one.from(), cut.place(), one.depth() + 1));
            open.add(new Open(above, cut.place(), one.to(), one.depth() + 1));
        }
        return new Tree(
                Arrays.copyOf(features, nodes),
                Arrays.copyOf(cuts, nodes),
                Arrays.copyOf(left, nodes),
                Arrays.copyOf(right, nodes),
                new double[nodes][0]);
    }

    private int leaf() {
        if (nodes == features.length) {
            features = Arrays.copyOf(features, 2 * nodes);
            cuts = Arrays.copyOf(cuts, 2 * nodes);
            left = Arrays.copyOf(left, 2 * nodes);
            right = Arrays.copyOf(right, 2 * nodes);
        }
        features[nodes] = -1;
        left[nodes] = -1;
        right[nodes] = -1;
        return nodes++;
    }

    /** As scikit-learn, also takes a question that gains nothing: those behind it may. */
    private Cut best(int from, int to) {
        var best = new Cut(-1, 0, -1);
        double mean = 0;
        boolean isPure = true;
        for (int place = from; place < to; place++) {
            mean += labels[orders[0][place]] / (to - from);
            isPure &= labels[orders[0][place]] == labels[orders[0][from]];
        }
        for (int feature = 0; feature < orders.length && !isPure; feature++) {
            ask.run();
            var order = orders[feature];
            double sum = 0;
            for (int place = from + 1; place < to; place++) {
                sum += labels[order[place - 1]] - mean;
                if (rows[order[place - 1]][feature] < rows[order[place]][feature]) {
                    double gain = sum * sum / (place - from) + sum * sum / (to - place);
                    if (gain > best.gain()) {
                        best = new Cut(feature, place, gain);
                    }
                }
            }
        }
        return best;
    }

    /** The middle of two floats, which is a double where no float lies between them. */
    private double between(int feature, int place) {
        double below = rows[orders[feature][place - 1]][feature];
        double above = rows[orders[feature][place]][feature];
        double middle = below / 2 + above / 2;
        return middle < above ? middle : below;
    }

    /** Rows that go to the left come first in the order of every feature. */
    private void part(int feature, int from, int cut, int to) {
        for (int place = from; place < to; place++) {
            isLeft[orders[feature][place]] = place < cut;
        }
        for (var order : orders) {
            int below = from;
            int above = 0;
            for (int place = from; place < to; place++) {
                if (isLeft[order[place]]) {
                    order[below++] = order[place];
                } else {
                    buffer[above++] = order[place];
                }
            }
            System.arraycopy(buffer, 0, order, below, above);
        }
    }
}
