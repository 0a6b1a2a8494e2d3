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
        var squares = new double[length];
        for (var j = 0; j < middle.length; j++) {
            for (var i = from; i < to; i++) {
                var place = places[order[i]][j] - middle[j];
                columns[j][i - from] = place;
                squares[i - from] += (double) place * place;
            }
        }
        var less = new float[length];
        Arrays.fill(less, to - from, length, Float.POSITIVE_INFINITY);
        for (var i = 0; i < to - from; i++) {
            less[i] = Math.nextDown((float) (squares[i] * (1 - 2 * lost(middle.length))));
        }
        return new Leaf(from, to, middle, columns, less);
    }

    private static float[] middle(float[][] places, int[] order, int from, int to) {
        var middle = new float[places[0].length];
        for (var j = 0; j < middle.length; j++) {
            var sum = 0.0;
            for (var i = from; i < to; i++) {
                sum += places[order[i]][j];
            }
            middle[j] = (float) (sum / (to - from));
        }
        return middle;
    }

    /**
     * Returns what the sum of a square and as many products as there are axes may lose, in parts of what is added up: that is
     * |p|² + 2|p||q| at most, and so 2|p|² + |q|². The leaf spares its part, 2|p|², and the query its own.
     */
    static double lost(int axes) {
        return (axes + 4) * ROUNDING;
    }
}
