package himalia.sampling;

import java.util.Arrays;

/**
 * The points of a leaf along some axes, about their middle, as short numbers: a squared distance is then two squares and a
 * product, |p|² − 2pq + |q|², and little is lost where the points lie close together, far from all others.
 *
 * @param from the place of the first in the order of the tree
 * @param to the place behind the last
 * @param middle their mean
 * @param columns where they are, by axes; each an array of its own, as vector instructions want it
 * @param squares how far they are from the middle, squared, less what rounding may add; endless behind the last
 */
record Leaf(int from, int to, float[] middle, float[][] columns, float[] squares) {
    /** What one rounding to a short number may change, in parts. */
    static final double ROUNDING = 0x1p-24;

    /**
     * Makes a leaf of places.
     *
     * @param length how long its arrays are, of which the points may fill a part
     */
    static Leaf of(float[][] places, int[] order, int from, int to, int length) {
        var middle = middle(places, order, from, to);
        var columns = new float[middle.length][length];
        var less = new float[length];
        Arrays.fill(less, to - from, length, Float.POSITIVE_INFINITY);
        for (var i = from; i < to; i++) {
            var square = write(places[order[i]], middle, columns, i - from);
            less[i - from] = Math.nextDown((float) (square * (1 - 2 * lost(middle.length))));
        }
        return new Leaf(from, to, middle, columns, less);
    }

    /** Writes a place into the columns; returns the square of its way from the middle. */
    private static double write(float[] place, float[] middle, float[][] columns, int at) {
        var square = 0.0;
        for (var j = 0; j < middle.length; j++) {
            var way = place[j] - middle[j];
            columns[j][at] = way;
            square += (double) way * way;
        }
        return square;
    }

    private static float[] middle(float[][] places, int[] order, int from, int to) {
        var sums = new double[places[0].length];
        for (var i = from; i < to; i++) {
            add(sums, places[order[i]]);
        }
        var middle = new float[sums.length];
        for (var j = 0; j < middle.length; j++) {
            middle[j] = (float) (sums[j] / (to - from));
        }
        return middle;
    }

    private static void add(double[] sums, float[] place) {
        for (var j = 0; j < sums.length; j++) {
            sums[j] += place[j];
        }
    }

    /**
     * Returns what the sum of a square and as many products as there are axes may lose, in parts of what is added up: that is
     * |p|² + 2|p||q| at most, and so 2|p|² + |q|². The leaf spares its part, 2|p|², and the query its own.
     */
    static double lost(int axes) {
        return (axes + 4) * ROUNDING;
    }
}
