package himalia.sampling;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which centre is nearest to each of some points, while the centres move: a point is measured anew only where the centres have moved so far that another one
 * may be nearer. The answers are those of measuring all.
 *
 * <p>G. Hamerly (2010): Making k-means Even Faster. SIAM International Conference on Data Mining.
 */
final class NearestCentres {
    /** With more centres a tree is faster than measuring each. */
    private static final int FEW = 64;

    /** What rounding may lose of bounds, as a share of the longest distance. */
    private static final double LOST = 1e-12;

    private static final int PART = 4096;

    private final double[][] points;
    private final int[] nearest;

    /** How far away the nearest centre is at most, and all others at least. */
    private final double[] own;

    private final double[] others;
    private double[][] centres = {};
    private double longest;

    NearestCentres(double[][] points) {
        this.points = points;
        nearest = new int[points.length];
        own = new double[points.length];
        others = new double[points.length];
        Arrays.fill(nearest, -1);
        Arrays.fill(others, Double.NEGATIVE_INFINITY);
    }

    /** Returns the nearest centre of each point, of two as near ones the first; the array is used on. */
    int[] nearest() {
        return nearest;
    }

    /** Goes to centres, as many as before; returns whether any point has another one now. */
    boolean moveTo(double[][] moved) {
        var ways = new double[moved.length];
        for (var i = 0; i < centres.length; i++) {
            ways[i] = distance(centres[i], moved[i]);
        }
        centres = moved;
        var furthest = Arrays.stream(ways).max().orElse(0);
        var lost = LOST * (longest + furthest);
        var isUnsure = new boolean[points.length];
        parts(
                points.length,
                (from, to) -> {
                    for (var i = from; i < to; i++) {
                        own[i] += nearest[i] < 0 ? 0 : ways[nearest[i]];
                        others[i] -= furthest;
                        isUnsure[i] = !(own[i] + lost < others[i]);
                    }
                });
        var unsure = IntStream.range(0, points.length).filter(i -> isUnsure[i]).toArray();
        var before = Arrays.stream(unsure).map(i -> nearest[i]).toArray();
        measure(unsure);
        for (var i : unsure) {
            longest = Math.max(longest, centres.length == 1 ? own[i] : others[i]);
        }
        return !Arrays.equals(before, Arrays.stream(unsure).map(i -> nearest[i]).toArray());
    }

    private interface Part {
        void run(int from, int to);
    }

    private static void parts(int length, Part work) {
        IntStream.range(0, (length + PART - 1) / PART)
                .parallel()
                .forEach(part -> work.run(part * PART, Math.min(length, (part + 1) * PART)));
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
        parts(
                rows.length,
                (from, to) -> {
                    for (var each = from; each < to; each++) {
                        measureAll(rows[each]);
                    }
                });
    }

    private void measureAll(int row) {
        var least = Double.POSITIVE_INFINITY;
        var second = Double.POSITIVE_INFINITY;
        for (var i = 0; i < centres.length; i++) {
            var square = NearestRows.squared(points[row], centres[i]);
            if (i == 0 || square < least) {
                second = least;
                least = square;
                nearest[row] = i;
            } else {
                second = Math.min(second, square);
            }
        }
        own[row] = Math.sqrt(least);
        others[row] = Math.sqrt(second);
    }

    private static double distance(double[] one, double[] other) {
        return Math.sqrt(NearestRows.squared(one, other));
    }
}
