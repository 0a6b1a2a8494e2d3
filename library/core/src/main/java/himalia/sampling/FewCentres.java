package himalia.sampling;

import himalia.table.Cores;
import himalia.table.LargestUnit;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures all points from all centres each time, by floats in the order of memory, and those anew that floats leave in doubt: where centres are few and
 * clusters meet, that is sooner done than a look at bounds of each point.
 */
final class FewCentres implements NearestCentres {
    private static final int BLOCK = 256;

    /** How many blocks are done together. */
    private static final int BLOCKS = 16;

    /** How many points tell where about the middle is. */
    private static final int SOME = 1024;

    private final double[][] points;
    private final int[] nearest;
    private final FloatBlock[] blocks;
    private final double[] origin;
    private final double unit;
    private double[][] centres = {};

    FewCentres(double[][] points) {
        this.points = points;
        nearest = new int[points.length];
        Arrays.fill(nearest, -1);
        origin = middle(points);
        // In the unit of the largest one no square is too large or too small for a float.
        unit = Math.scalb(1.0, -LargestUnit.exponent(reach(points, origin)));
        blocks = new FloatBlock[(points.length + BLOCK - 1) / BLOCK];
        Cores.each(
                blocks.length,
                (long) points.length * origin.length,
                i -> {
                    var from = i * BLOCK;
                    var count = Math.min(BLOCK, points.length - from);
                    blocks[i] = new FloatBlock(points, from, count, origin, unit);
                });
    }

    /** Near about; floats are the more exact the nearer they are to 0. */
    private static double[] middle(double[][] points) {
        var middle = new double[points[0].length];
        var step = Math.max(1, points.length / SOME);
        var count = (points.length + step - 1) / step;
        for (var row = 0; row < points.length; row += step) {
            for (var j = 0; j < middle.length; j++) {
                middle[j] += points[row][j] / count;
            }
        }
        return middle;
    }

    private static double reach(double[][] points, double[] origin) {
        var most = new double[origin.length];
        for (var point : points) {
            for (var j = 0; j < most.length; j++) {
                most[j] = Math.max(most[j], Math.abs(point[j] - origin[j]));
            }
        }
        return Arrays.stream(most).max().orElse(0);
    }

    @Override
    public int[] nearest() {
        return nearest;
    }

    @Override
    public int[] moveTo(double[][] moved) {
        centres = moved;
        var floats = new float[moved.length][origin.length];
        var far = 0.0;
        for (var k = 0; k < moved.length; k++) {
            var square = 0.0;
            for (var j = 0; j < origin.length; j++) {
                var number = (moved[k][j] - origin[j]) * unit;
                floats[k][j] = (float) number;
                square += number * number;
            }
            far = Math.max(far, Math.sqrt(square));
        }
        var furthest = far;
        var parts = new int[(blocks.length + BLOCKS - 1) / BLOCKS][];
        Cores.each(
                parts.length,
                (long) points.length * origin.length * moved.length,
                part -> parts[part] = changed(part * BLOCKS, floats, furthest));
        return Stream.of(parts).flatMapToInt(IntStream::of).toArray();
    }

    private int[] changed(int first, float[][] floats, double far) {
        var last = Math.min(blocks.length, first + BLOCKS);
        var changed = new int[(last - first) * BLOCK];
        var squares = new float[floats.length][BLOCK];
        var least = new float[BLOCK];
        var second = new float[BLOCK];
        var count = 0;
        for (var i = first; i < last; i++) {
            Arrays.fill(least, Float.POSITIVE_INFINITY);
            Arrays.fill(second, Float.POSITIVE_INFINITY);
            for (var k = 0; k < floats.length; k++) {
                blocks[i].measure(floats[k], squares[k]);
                keepTwo(squares[k], least, second);
            }
            var doubt = 2 * blocks[i].lost(far);
            for (var place = 0; place < blocks[i].count(); place++) {
                var row = i * BLOCK + place;
                var before = nearest[row];
                var isClear = second[place] - least[place] > doubt;
                if (!isClear || before < 0 || squares[before][place] != least[place]) {
                    nearest[row] = isClear ? first(squares, place, least[place]) : measured(row);
                    if (nearest[row] != before) {
                        changed[count++] = row;
                    }
                }
            }
        }
        return Arrays.copyOf(changed, count);
    }

    private int measured(int row) {
        var best = 0;
        var least = Double.POSITIVE_INFINITY;
        for (var k = 0; k < centres.length; k++) {
            var square = NearestRows.squared(points[row], centres[k]);
            if (square < least) {
                best = k;
                least = square;
            }
        }
        return best;
    }

    /** Loops without a branch and without locals, which have vector instructions under a debugger too. */
    private static void keepTwo(float[] squares, float[] least, float[] second) {
        for (var i = 0; i < squares.length; i++) {
            second[i] = Math.min(second[i], Math.max(least[i], squares[i]));
        }
        for (var i = 0; i < squares.length; i++) {
            least[i] = Math.min(least[i], squares[i]);
        }
    }

    private static int first(float[][] squares, int place, float least) {
        var k = 0;
        while (squares[k][place] != least) {
            k++;
        }
        return k;
    }
}
