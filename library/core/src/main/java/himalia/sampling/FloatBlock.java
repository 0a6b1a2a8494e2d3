package himalia.sampling;

import java.util.Arrays;

/**
 * A few points as floats, a column at a time: half of what has to come from memory, and twice as many in a vector instruction. What they tell is nearly right,
 * and {@link #lost} says how nearly.
 */
final class FloatBlock {
    private static final int COLUMNS = 4;

    /** What a float loses of a number, as a share of it. */
    private static final double LOST = Math.ulp(1f);

    /** Numbers that are rounded before the squares of a few are added up. */
    private static final int ROUNDED = 8;

    private final float[][] columns;
    private final int count;

    /** The longest way of a point from the origin. */
    private final double longest;

    /**
     * Takes some of the points.
     *
     * @param origin what is taken off each
     * @param unit what it is multiplied by then, a power of two
     */
    FloatBlock(double[][] points, int from, int count, double[] origin, double unit) {
        this.count = count;
        columns = new float[origin.length][count];
        double most = 0;
        for (var i = 0; i < count; i++) {
            var point = points[from + i];
            double square = 0;
            for (var j = 0; j < point.length; j++) {
                var number = (point[j] - origin[j]) * unit;
                columns[j][i] = (float) number;
                square += number * number;
            }
            most = Math.max(most, square);
        }
        longest = Math.sqrt(most);
    }

    int count() {
        return count;
    }

    /**
     * Returns by how much a square may be wrong.
     *
     * @param far how far a centre is from the origin at most
     */
    double lost(double far) {
        return (columns.length + ROUNDED)
                * (LOST * (longest + far) * (longest + far) + Float.MIN_VALUE);
    }

    /** Writes the squares of the distances of all points from a centre. */
    void measure(float[] centre, float[] sums) {
        Arrays.fill(sums, 0, count, 0);
        var j = 0;
        for (; j + COLUMNS <= centre.length; j += COLUMNS) {
            add(centre, j, columns[j], columns[j + 1], columns[j + 2], columns[j + 3], sums, count);
        }
        for (; j < centre.length; j++) {
            add(centre[j], columns[j], sums, count);
        }
    }

    private static void add(
            float[] centre,
            int j,
            float[] columnA,
            float[] columnB,
            float[] columnC,
            float[] columnD,
            float[] sums,
            int count) {
        var a = centre[j];
        var b = centre[j + 1];
        var c = centre[j + 2];
        var d = centre[j + 3];
        for (var row = 0; row < count; row++) {
            sums[row] =
                    sums[row]
                            + squared(columnA[row] - a)
                            + squared(columnB[row] - b)
                            + squared(columnC[row] - c)
                            + squared(columnD[row] - d);
        }
    }

    private static void add(float number, float[] column, float[] sums, int count) {
        for (var row = 0; row < count; row++) {
            sums[row] += squared(column[row] - number);
        }
    }

    /** A method, since under a debugger the JIT keeps variables of a loop's body, and then uses no vectors. */
    private static float squared(float way) {
        return way * way;
    }
}
