package himalia.sampling;

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

    /** What one rounding to a short number may change, in parts. */
    private static final double ROUNDING = 0x1p-24;

    /** In the order of the leaves, so that those of a leaf lie beside each other in memory. */
    private final double[][] points;

    private final Axes axes;
    private final int[] order;
    private final int leaf;

    /** The lowest and then the highest place along each axis; the children of node n are 2n + 1 and 2n + 2. */
    private final float[][] boxes;

    /** The length of the longest point of each node. */
    private final double[] lengths;

    /** By leaf, then by axis; each an array of its own, as vector instructions want it. */
    private final float[][][] leaves;

    PointTree(double[][] points) {
        axes = new Axes(points);
        order = IntStream.range(0, points.length).toArray();
        var most = axes.count() <= FEW ? SMALL : LARGE;
        var count = 1;
        while (count * (long) most < points.length) {
            count *= 2;
        }
        // All leaves are as long as the longest, and no longer; by sixteens, as vectors are.
        leaf = (points.length / count / 16 + 1) * 16;
        boxes = new float[2 * count - 1][2 * axes.count()];
        lengths = new double[boxes.length];
        leaves = new float[count][][];
        var places = new float[points.length][axes.count()];
        var lengthOf = new double[points.length];
        IntStream.range(0, points.length)
                .parallel()
                .forEach(row -> lengthOf[row] = axes.project(points[row], places[row]));
        build(places, lengthOf, 0, 0, points.length);
        this.points =
                IntStream.of(order).mapToObj(row -> points[row].clone()).toArray(double[][]::new);
    }

    private void build(float[][] places, double[] lengthOf, int node, int from, int to) {
        var box = boxes[node];
        var half = box.length / 2;
        Arrays.fill(box, 0, half, Float.POSITIVE_INFINITY);
        Arrays.fill(box, half, box.length, Float.NEGATIVE_INFINITY);
        for (var i = from; i < to; i++) {
            var place = places[order[i]];
            for (var j = 0; j < half; j++) {
                box[j] = Math.min(box[j], place[j]);
                box[half + j] = Math.max(box[half + j], place[j]);
            }
            lengths[node] = Math.max(lengths[node], lengthOf[order[i]]);
        }
        if (isLeaf(node)) {
            leaves[node - leaves.length + 1] = leaf(places, from, to);
            return;
        }
        var axis = 0;
        for (var j = 1; j < half; j++) {
            if (box[half + j] - box[j] > box[half + axis] - box[axis]) {
                axis = j;
            }
        }
        var middle = (from + to) >>> 1;
        Selecting.select(order, places, axis, from, to - 1, middle);
        build(places, lengthOf, 2 * node + 1, from, middle);
        build(places, lengthOf, 2 * node + 2, middle, to);
    }

    private boolean isLeaf(int node) {
        return node >= leaves.length - 1;
    }

    private float[][] leaf(float[][] places, int from, int to) {
        // Lower rows first: of equals they come in, and no later one changes that.
        Arrays.sort(order, from, to);
        var columns = new float[axes.count()][leaf];
        for (var j = 0; j < columns.length; j++) {
            Arrays.fill(columns[j], Float.POSITIVE_INFINITY);
            for (var i = from; i < to; i++) {
                columns[j][i - from] = places[order[i]][j];
            }
        }
        return columns;
    }

    /** Queries on their way through the tree, one after another. */
    final class Search {
        private final float[] place = new float[axes.count()];
        private final float[] distances = new float[leaf];
        private double[] point = new double[0];
        private double length;
        private int self;
        private NearestRows found = new NearestRows(1);

        /** How far away, scaled, the last of the nearest is. */
        private double reach;

        /** Returns the rows nearest to a point; {@code without} is left out. */
        int[] nearest(double[] query, int without, int count) {
            point = query;
            self = without;
            found = new NearestRows(count);
            length = axes.project(query, place);
            measure();
            visit(0, 0, points.length);
            return found.rows();
        }

        private void measure() {
            // The squares of tiny numbers are lost in what is added up.
            var lost = 2 * point.length * Double.MIN_VALUE;
            reach = Math.sqrt(found.worst() + lost) * axes.scale();
        }

        private void visit(int node, int from, int to) {
            if (isLeaf(node)) {
                scan(node, from, to);
                return;
            }
            var middle = (from + to) >>> 1;
            var left = distance(boxes[2 * node + 1]);
            var right = distance(boxes[2 * node + 2]);
            if (left <= right) {
                visit(2 * node + 1, from, middle, left);
                visit(2 * node + 2, middle, to, right);
            } else {
                visit(2 * node + 2, middle, to, right);
                visit(2 * node + 1, from, middle, left);
            }
        }

        private void visit(int node, int from, int to, float distance) {
            if (distance <= limit(node)) {
                visit(node, from, to);
            }
        }

        /** The square of the way to a box; by fours, since each sum waits for the one before. */
        private float distance(float[] box) {
            var half = place.length;
            var a = 0f;
            var b = 0f;
            var c = 0f;
            var d = 0f;
            var j = 0;
            for (; j + 4 <= half; j += 4) {
                a += squaredOutside(box, j);
                b += squaredOutside(box, j + 1);
                c += squaredOutside(box, j + 2);
                d += squaredOutside(box, j + 3);
            }
            for (; j < half; j++) {
                a += squaredOutside(box, j);
            }
            return a + b + (c + d);
        }

        /** Without a branch, which nobody could foresee; one of both is below zero. */
        private float squaredOutside(float[] box, int axis) {
            var below = box[axis] - place[axis];
            var above = place[axis] - box[place.length + axis];
            var outside = (below + Math.abs(below) + (above + Math.abs(above))) * 0.5f;
            return outside * outside;
        }

        private void scan(int node, int from, int to) {
            BlockDistances.fill(place, leaves[node - leaves.length + 1], distances);
            var count = to - from;
            if (!found.isFull()) {
                begin(from, count);
            }
            var limit = limit(node);
            for (var i = BlockDistances.next(distances, 0, count, limit);
                    i < count;
                    i = BlockDistances.next(distances, i + 1, count, limit)) {
                if (offer(from + i)) {
                    limit = limit(node);
                }
            }
        }

        /** Measures the shortest first, so that most others are too long when they come. */
        private void begin(int from, int count) {
            for (var place : BlockDistances.shortest(distances, count, found.count())) {
                offer(from + place);
                distances[place] = Float.NaN;
            }
        }

        private boolean offer(int at) {
            var row = order[at];
            boolean isIn = row != self && found.offer(NearestRows.squared(point, points[at]), row);
            if (isIn) {
                measure();
            }
            return isIn;
        }

        /**
         * Returns the largest short square of a distance that a point of a node may have that comes in.
         *
         * <p>Both points are rounded once, their differences once more; then the squares and their sum, once an axis.
         */
        private float limit(int node) {
            var worst = reach + 6 * ROUNDING * (length + lengths[node]);
            worst *= 1 + (place.length + 8) * ROUNDING;
            // What is too small for a short number counts as well; the last factor rounds up.
            var square = worst * worst + place.length * (double) Float.MIN_NORMAL;
            return (float) (square * (1 + 4 * ROUNDING));
        }
    }
}
