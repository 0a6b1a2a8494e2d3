package himalia.sampling;

import himalia.table.Cores;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Keeps two bounds of each point: how far its own centre is at most, and all others at least.
 *
 * <p>G. Hamerly (2010): Making k-means Even Faster. SIAM International Conference on Data Mining.
 */
final class ManyCentres implements NearestCentres {
    /** With more centres a tree is faster than measuring each. */
    private static final int FEW = 64;

    /** What rounding may lose of bounds, as a share of the longest distance. */
    private static final double LOST = 1e-12;

    private static final int PART = 4096;

    /** What the bounds of a point cost, in numbers. */
    private static final int BOUNDS = 32;

    /** What it costs to look for a point, in numbers. */
    private static final int WAY = 128;

    private final double[][] points;
    private final int[] nearest;

    /** How far away the nearest centre is at most, and all others at least. */
    private final double[] own;

    private final double[] others;
    private double[][] centres = {};
    private double longest;

    ManyCentres(double[][] points) {
        this.points = points;
        nearest = new int[points.length];
        own = new double[points.length];
        others = new double[points.length];
        Arrays.fill(nearest, -1);
        Arrays.fill(others, Double.NEGATIVE_INFINITY);
    }

    @Override
    public int[] nearest() {
        return nearest;
    }

    @Override
    public int[] moveTo(double[][] moved) {
        var ways = new double[moved.length];
        for (var i = 0; i < centres.length; i++) {
            ways[i] = distance(centres[i], moved[i]);
        }
        centres = moved;
        var unsure = unsure(ways);
        var before = new int[unsure.length];
        for (var i = 0; i < unsure.length; i++) {
            before[i] = nearest[unsure[i]];
        }
        measure(unsure);
        var changed = new int[unsure.length];
        var count = 0;
        for (var i = 0; i < unsure.length; i++) {
            longest = Math.max(longest, farthest(unsure[i]));
            if (nearest[unsure[i]] != before[i]) {
                changed[count++] = unsure[i];
            }
        }
        return Arrays.copyOf(changed, count);
    }

    private double farthest(int row) {
        return centres.length == 1 ? own[row] : others[row];
    }

    /** Widens the bounds by the ways of the centres; returns the points whose bounds meet. */
    private int[] unsure(double[] ways) {
        var mover = 0;
        for (var i = 1; i < ways.length; i++) {
            mover = ways[i] > ways[mover] ? i : mover;
        }
        var second = 0.0;
        for (var i = 0; i < ways.length; i++) {
            second = i == mover ? second : Math.max(second, ways[i]);
        }
        var furthest = mover;
        var others = second;
        var parts = new int[(points.length + PART - 1) / PART][];
        Cores.each(
                parts.length,
                (long) points.length * BOUNDS,
                part -> parts[part] = unsure(part * PART, ways, furthest, others));
        return Stream.of(parts).flatMapToInt(IntStream::of).toArray();
    }

    private int[] unsure(int from, double[] ways, int mover, double second) {
        var lost = LOST * (longest + ways[mover]);
        var unsure = new int[Math.min(PART, points.length - from)];
        var count = 0;
        for (var i = from; i < from + unsure.length; i++) {
            own[i] += nearest[i] < 0 ? 0 : ways[nearest[i]];
            others[i] -= nearest[i] == mover ? second : ways[mover];
            if (!(own[i] + lost < others[i]) && !isSure(i, lost)) {
                unsure[count++] = i;
            }
        }
        return Arrays.copyOf(unsure, count);
    }

    /** Measures a point from its own centre alone, which mostly shows that no other one is nearer. */
    private boolean isSure(int row, double lost) {
        if (nearest[row] < 0) {
            return false;
        }
        own[row] = distance(points[row], centres[nearest[row]]);
        return own[row] + lost < others[row];
    }

    private void measure(int[] rows) {
        if (centres.length > FEW) {
            var asked = Arrays.stream(rows).mapToObj(i -> points[i]).toArray(double[][]::new);
            var found = new Neighbours(centres).to(asked, 2);
            for (var each = 0; each < rows.length; each++) {
                nearest[rows[each]] = found[each][0];
                own[rows[each]] = distance(asked[each], centres[found[each][0]]);
                others[rows[each]] = distance(asked[each], centres[found[each][1]]);
            }
            return;
        }
        var width = centres[0].length;
        var length = PointBlock.length(width);
        var work = (long) rows.length * (WAY + centres.length * width);
        Cores.each(
                (rows.length + length - 1) / length,
                work,
                block -> {
                    var from = block * length;
                    measure(rows, from, Math.min(rows.length, from + length));
                });
    }

    /** Measures some of the rows from all centres. */
    private void measure(int[] rows, int from, int to) {
        var block = new PointBlock(to - from, centres[0].length);
        for (var i = from; i < to; i++) {
            block.add(points[rows[i]]);
        }
        var squares = new double[centres.length][to - from];
        var least = new double[to - from];
        var second = new double[to - from];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(second, Double.POSITIVE_INFINITY);
        for (var k = 0; k < centres.length; k++) {
            block.measure(centres[k], squares[k]);
            keepTwo(squares[k], least, second);
        }
        for (var i = 0; i < to - from; i++) {
            var row = rows[from + i];
            own[row] = Math.sqrt(least[i]);
            others[row] = Math.sqrt(second[i]);
            nearest[row] = first(squares, i, least[i]);
        }
    }

    /** Loops without a branch and without locals, which have vector instructions under a debugger too. */
    private static void keepTwo(double[] squares, double[] least, double[] second) {
        for (var i = 0; i < squares.length; i++) {
            second[i] = Math.min(second[i], Math.max(least[i], squares[i]));
        }
        for (var i = 0; i < squares.length; i++) {
            least[i] = Math.min(least[i], squares[i]);
        }
    }

    private static int first(double[][] squares, int place, double least) {
        var k = 0;
        while (squares[k][place] > least) {
            k++;
        }
        return k;
    }

    private static double distance(double[] one, double[] other) {
        return Math.sqrt(NearestRows.squared(one, other));
    }
}
