package himalia.sampling;

/**
 * A point whose nearest rows are looked for in a {@link PointTree}: those that are known so far, and how short a distance must
 * be along the axes for a row to come in. Rounding may lengthen a short distance; by how much, is allowed for.
 */
final class Query {
    private final PointTree tree;
    private final double[] point;
    private final int self;
    private final NearestRows found;
    private final float[] place;
    private final double length;
    private final int home;

    /** How far away, scaled, the last of the nearest is. */
    private double reach;

    /** From the middle of the leaf it is at: the place times −2, and the square of the way, less what rounding may lose. */
    private final float[] factors;

    private double square;

    /**
     * Asks for the nearest rows of a point.
     *
     * @param self a row that is left out
     */
    Query(PointTree tree, double[] point, int self, int count) {
        this.tree = tree;
        this.point = point;
        this.self = self;
        found = new NearestRows(count);
        place = new float[tree.axes().count()];
        factors = new float[place.length];
        length = tree.axes().project(point, place);
        home = tree.leafAt(place);
        measure();
    }

    /** Returns the rows that are known. */
    NearestRows found() {
        return found;
    }

    /** Returns the node of the leaf in which the point itself would be. */
    int home() {
        return home;
    }

    /** Returns the square of the way to the box of a node. */
    float distance(int node) {
        return tree.box(node).distance(place);
    }

    /** Returns whether a point of a node may come in. */
    boolean reaches(int node) {
        // Both may be larger than a short number holds.
        return !(distance(node) > above(squaredReach(node)));
    }

    /** Goes to a leaf; returns what its columns are multiplied with. */
    float[] enter(Leaf leaf) {
        square = 0;
        for (var j = 0; j < place.length; j++) {
            var way = place[j] - leaf.middle()[j];
            factors[j] = -2 * way;
            square += (double) way * way;
        }
        square *= 1 - Leaf.lost(place.length);
        return factors;
    }

    /** Returns below which sum of its square and the products a point of the leaf may come in. */
    float limit(int node) {
        return above(squaredReach(node) - square);
    }

    /** Measures a point of the tree whole; returns whether it came in. */
    boolean offer(int at) {
        var isIn = measured(at);
        if (isIn) {
            measure();
        }
        return isIn;
    }

    /** Measures some points whole, by their places behind one. */
    void offer(int from, int[] places) {
        for (var place : places) {
            measured(from + place);
        }
        measure();
    }

    private boolean measured(int at) {
        var row = tree.row(at);
        return row != self && found.offer(NearestRows.squared(point, tree.point(at)), row);
    }

    private void measure() {
        // The squares of tiny numbers are lost in what is added up.
        var lost = 2 * point.length * Double.MIN_VALUE;
        reach = Math.sqrt(found.worst() + lost) * tree.axes().scale();
    }

    /**
     * Returns the largest square of a distance along the axes, of short numbers, that a point of a node may have that comes in.
     *
     * <p>Both points are rounded twice, as they are and from a middle that is no further away than they are; the factor is for what
     * is added up.
     */
    private double squaredReach(int node) {
        var most = reach + 6 * Leaf.ROUNDING * (length + tree.length(node));
        most *= 1 + (place.length + 8) * Leaf.ROUNDING;
        // What is too small for a short number counts as well.
        return most * most + 4 * place.length * (double) Float.MIN_NORMAL;
    }

    /** Returns a short number that is a little more, as long as it is not as small as what counts anyway. */
    private static float above(double value) {
        return (float) (value + Math.abs(value) * 4 * Leaf.ROUNDING + Float.MIN_NORMAL);
    }
}
