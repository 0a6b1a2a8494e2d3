package himalia.sampling;

import himalia.table.Cores;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Points in a tree of boxes, by their places along a few {@link Axes}, as short numbers. A box whose nearest corner is too
 * far away is passed over; of the points of the others all short distances are computed at once, and those that may be
 * short enough once more, whole, with the numbers as they are.
 */
final class PointTree {
    /** Points of a leaf. In few dimensions boxes are good, in many the loops over them. */
    private static final int SMALL = 64;

    private static final int LARGE = 512;
    private static final int FEW = 4;

    /** So many are one leaf: all pairs are few, and no box spares any. */
    private static final int ONE_LEAF = 1024;

    /** In the order of the leaves, so that those of a leaf lie beside each other in memory. */
    private final double[][] points;

    private final Axes axes;
    private final int[] order;
    private final int leafLength;

    /** The children of node n are 2n + 1 and 2n + 2. */
    private final Box[] boxes;

    /** The length of the longest point of each node. */
    private final double[] lengths;

    /** Along which axis the points of a node are parted, and where. */
    private final int[] parted;

    private final float[] middles;
    private final Leaf[] leaves;

    PointTree(double[][] points) {
        axes = new Axes(points);
        order = IntStream.range(0, points.length).toArray();
        var most = axes.count() <= FEW ? SMALL : points.length <= ONE_LEAF ? ONE_LEAF : LARGE;
        var count = 1;
        while (count * (long) most < points.length) {
            count *= 2;
        }
        // All leaves are as long as the longest, and no longer; by sixteens, as vectors are.
        leafLength = (points.length / count / 16 + 1) * 16;
        boxes = new Box[2 * count - 1];
        lengths = new double[boxes.length];
        leaves = new Leaf[count];
        parted = new int[count - 1];
        middles = new float[count - 1];
        var places = new float[points.length][axes.count()];
        var lengthOf = new double[points.length];
        Cores.range(points.length, (long) points.length * axes.cost())
                .forEach(row -> lengthOf[row] = axes.project(points[row], places[row]));
        build(places, lengthOf, 0, 0, points.length);
        // Those of one leaf stand as they did; of many, those of a leaf are brought together.
        this.points =
                count == 1
                        ? points
                        : IntStream.of(order)
                                .mapToObj(row -> points[row].clone())
                                .toArray(double[][]::new);
    }

    private void build(float[][] places, double[] lengthOf, int node, int from, int to) {
        for (var i = from; i < to; i++) {
            lengths[node] = Math.max(lengths[node], lengthOf[order[i]]);
        }
        var box = new Box(axes.count());
        boxes[node] = box;
        // Nobody asks how far away the only leaf is.
        for (var i = from; i < to && boxes.length > 1; i++) {
            box.add(places[order[i]]);
        }
        if (isLeaf(node)) {
            // Lower rows first: of equals they come in, and no later one changes that.
            Arrays.sort(order, from, to);
            leaves[node - parted.length] = Leaf.of(places, order, from, to, leafLength);
            return;
        }
        var axis = box.longest(axes.straight());
        var middle = (from + to) >>> 1;
        Selecting.select(order, places, axis, from, to - 1, middle);
        parted[node] = axis;
        middles[node] = places[order[middle]][axis];
        build(places, lengthOf, 2 * node + 1, from, middle);
        build(places, lengthOf, 2 * node + 2, middle, to);
    }

    Axes axes() {
        return axes;
    }

    boolean isLeaf(int node) {
        return node >= parted.length;
    }

    Leaf leaf(int node) {
        return leaves[node - parted.length];
    }

    /** Returns how long the arrays of all leaves are. */
    int leafLength() {
        return leafLength;
    }

    /** Returns the node of the leaf in which a place lies. */
    int leafAt(float[] place) {
        var node = 0;
        while (!isLeaf(node)) {
            node = child(node, place[parted[node]]);
        }
        return node;
    }

    private int child(int node, double place) {
        return 2 * node + (place < middles[node] ? 1 : 2);
    }

    /** Returns the node of the leaf in which a point lies. */
    int leafOf(double[] point) {
        var node = 0;
        while (!isLeaf(node)) {
            node = child(node, axes.along(parted[node], point));
        }
        return node;
    }

    /** Returns how many nodes are asked on the way to a leaf. */
    int depth() {
        return Integer.numberOfTrailingZeros(leaves.length);
    }

    /** Returns how many nodes there are. */
    int nodes() {
        return boxes.length;
    }

    Box box(int node) {
        return boxes[node];
    }

    /** Returns the length of the longest point of a node. */
    double length(int node) {
        return lengths[node];
    }

    /** Returns the row of a point, by its place in the order of the leaves. */
    int row(int at) {
        return order[at];
    }

    double[] point(int at) {
        return points[at];
    }
}
