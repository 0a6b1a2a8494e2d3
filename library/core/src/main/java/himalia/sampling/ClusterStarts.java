package himalia.sampling;

import himalia.display.bundle.InterruptCheck;
import himalia.table.Cores;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Where clusters begin: at points, each drawn with a chance that grows with the square of its distance from those before.
 *
 * <p>D. Arthur, S. Vassilvitskii (2007): k-means++.
 */
final class ClusterStarts {
    private final double[][] points;
    private final int width;
    private final InterruptCheck interrupt = new InterruptCheck();

    /** The square of each point's distance from the nearest start so far, and their sum. */
    private double[] squares;

    private double sum;

    private ClusterStarts(double[][] points) {
        this.points = points;
        width = points[0].length;
        squares = new double[points.length];
        Arrays.fill(squares, Double.POSITIVE_INFINITY);
    }

    /**
     * Returns copies of points.
     *
     * @param tries how many are drawn for each, of which that one is taken that leaves the others nearest
     */
    static double[][] of(double[][] points, int count, int tries, RandomGenerator random) {
        var starts = new ClusterStarts(points);
        var centres = new double[count][];
        centres[0] = points[random.nextInt(points.length)].clone();
        starts.take(centres[0]);
        for (var next = 1; next < count; next++) {
            var drawn = new double[tries][];
            for (var i = 0; i < tries; i++) {
                drawn[i] = points[starts.drawn(random.nextDouble() * starts.sum)];
            }
            centres[next] = starts.take(drawn).clone();
        }
        return centres;
    }

    private int drawn(double place) {
        var left = place;
        for (var i = 0; i < squares.length; i++) {
            left -= squares[i];
            if (left < 0) {
                return i;
            }
        }
        return squares.length - 1;
    }

    /** Takes that one of some points that leaves the others nearest, of two as good ones the first. */
    private double[] take(double[]... some) {
        var left = new double[some.length][points.length];
        var length = PointBlock.length(width);
        var sums = new double[some.length][(points.length + length - 1) / length];
        Cores.each(
                sums[0].length,
                (long) points.length * width * (1 + some.length),
                block -> {
                    interrupt.ask();
                    measure(block, length, some, left, sums);
                });
        var best = 0;
        for (var i = 0; i < some.length; i++) {
            var all = Arrays.stream(sums[i]).sum();
            if (i == 0 || all < sum) {
                best = i;
                sum = all;
            }
        }
        squares = left[best];
        return some[best];
    }

    private void measure(int block, int length, double[][] some, double[][] left, double[][] sums) {
        var from = block * length;
        var count = Math.min(length, points.length - from);
        var measured = new PointBlock(count, width);
        for (var row = from; row < from + count; row++) {
            measured.add(points[row]);
        }
        var ways = new double[count];
        for (var i = 0; i < some.length; i++) {
            measured.measure(some[i], ways);
            sums[i][block] = nearer(ways, left[i], from);
        }
    }

    /** Writes what is nearer now, and returns the sum. */
    private double nearer(double[] ways, double[] left, int from) {
        var added = 0.0;
        for (var i = 0; i < ways.length; i++) {
            left[from + i] = Math.min(squares[from + i], ways[i]);
            added += left[from + i];
        }
        return added;
    }
}
