package himalia.training;

import java.util.ArrayDeque;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Grows one tree: each question parts its rows into two that are as pure as can be had.
 *
 * <p>L. Breiman, J. Friedman, R. Olshen, C. Stone (1984): Classification and Regression Trees. As scikit-learn does, it also takes a question that
 * gains nothing, since those behind it may, and looks at further features where those that were drawn are the same in all rows.
 */
final class Cart {
    private final RankedColumns columns;
    private final Purity purity;
    private final int depth;
    private final int looks;
    private final boolean areCutsDrawn;
    private final Runnable ask;
    private final SplittableRandom random;
    private final GrownNodes nodes = new GrownNodes();

    /** The rows of each node stand together, in their own order. */
    private final int[] rows;

    private final int[] buffer;
    private final NodeOrder order;

    /** All features; those that a node looks at are drawn to the front. */
    private final int[] features;

    /**
     * Prepares it.
     *
     * @param weights what each row counts; rows of none are left out
     * @param purity measures rows of the same numbers
     * @param ask throws where the tree is to end; asked for each feature of each node
     */
    Cart(
            RankedColumns columns,
            double[] weights,
            Purity purity,
            TreeSettings settings,
            Runnable ask) {
        this.columns = columns;
        this.purity = purity;
        this.ask = ask;
        depth = settings.depth() == 0 ? Integer.MAX_VALUE : settings.depth();
        looks = settings.looks(columns.width());
        areCutsDrawn = settings.randomCuts();
        random = new SplittableRandom(settings.seed());
        rows = IntStream.range(0, weights.length).filter(row -> weights[row] > 0).toArray();
        buffer = new int[rows.length];
        order = new NodeOrder(rows.length);
        features = IntStream.range(0, columns.width()).toArray();
    }

    /** A node that may be parted: its rows stand from one place to another. */
    private record Open(int node, int from, int to, int depth) {}

    /** A question for numbers up to a rank, and the next rank in the node. */
    private record Cut(int feature, int below, int above, double purity) {}

    /** Returns the nodes; leaves say nothing yet, and each node tells what it holds. */
    GrownNodes grow() {
        // A deep tree is deeper than the stack.
        var open = new ArrayDeque<Open>();
        open.add(new Open(nodes.leaf(), 0, rows.length, 0));
        while (!open.isEmpty()) {
            var one = open.remove();
            boolean isPure = purity.take(rows, one.from(), one.to());
            nodes.hold(one.node(), purity.held());
            if (isPure || one.depth() == depth) {
                continue;
            }
            var cut = best(one.from(), one.to());
            if (cut.feature() >= 0) {
                int middle = part(cut, one.from(), one.to());
                int below = nodes.leaf();
                int above = nodes.leaf();
                double number = columns.between(cut.feature(), cut.below(), cut.above());
                nodes.ask(one.node(), cut.feature(), number, below, above);
                open.add(new Open(below, one.from(), middle, one.depth() + 1));
                open.add(new Open(above, middle, one.to(), one.depth() + 1));
            }
        }
        return nodes;
    }

    private Cut best(int from, int to) {
        var best = new Cut(-1, 0, 0, Double.NEGATIVE_INFINITY);
        int looked = 0;
        for (int i = 0; i < features.length && looked < looks; i++) {
            ask.run();
            int feature = feature(i);
            order.sort(rows, from, to, columns.ranks()[feature], columns.values()[feature].length);
            if (order.isConstant()) {
                continue;
            }
            looked++;
            var cut = areCutsDrawn ? drawn(feature) : best(feature, best.purity());
            best = cut.purity() > best.purity() ? cut : best;
        }
        return best;
    }

    /** Where all features are looked at, they are in their own order: of equally good ones the first is asked. */
    private int feature(int place) {
        if (looks < features.length) {
            int other = random.nextInt(place, features.length);
            int drawn = features[other];
            features[other] = features[place];
            features[place] = drawn;
        }
        return features[place];
    }

    private Cut best(int feature, double least) {
        int at = -1;
        double most = least;
        purity.rewind();
        for (int place = 1; place < order.size(); place++) {
            purity.pass(order.row(place - 1));
            if (order.rank(place - 1) < order.rank(place)) {
                double reached = purity.ofParts();
                if (reached > most) {
                    most = reached;
                    at = place;
                }
            }
        }
        return cut(feature, at, most);
    }

    /** Draws one of the cuts, each as likely. */
    private Cut drawn(int feature) {
        int cuts = 0;
        for (int place = 1; place < order.size(); place++) {
            cuts += order.rank(place - 1) < order.rank(place) ? 1 : 0;
        }
        int left = random.nextInt(cuts) + 1;
        purity.rewind();
        int place = 0;
        while (left > 0) {
            purity.pass(order.row(place++));
            left -= order.rank(place - 1) < order.rank(place) ? 1 : 0;
        }
        return cut(feature, place, purity.ofParts());
    }

    private Cut cut(int feature, int place, double reached) {
        return place < 0
                ? new Cut(-1, 0, 0, Double.NEGATIVE_INFINITY)
                : new Cut(feature, order.rank(place - 1), order.rank(place), reached);
    }

    /** Puts the rows that go to the left first, both parts in their order, and returns where the right ones begin. */
    private int part(Cut cut, int from, int to) {
        var ranks = columns.ranks()[cut.feature()];
        int below = from;
        int above = 0;
        for (int place = from; place < to; place++) {
            int row = rows[place];
            if (ranks[row] <= cut.below()) {
                rows[below++] = row;
            } else {
                buffer[above++] = row;
            }
        }
        System.arraycopy(buffer, 0, rows, below, above);
        return below;
    }
}
