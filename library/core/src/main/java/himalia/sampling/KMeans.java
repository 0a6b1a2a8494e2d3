package himalia.sampling;

import himalia.display.bundle.InterruptCheck;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;

/**
 * Points in clusters by Lloyd's rounds, from k-means++ starts; exact, and ended when no point changes its cluster.
 *
 * @param centres the mean of each cluster
 * @param clusters the cluster of each point
 */
record KMeans(double[][] centres, int[] clusters) {
    private static final int ROUNDS = 300;

    static KMeans of(double[][] points, int count, RandomGenerator random) {
        var centres = starts(points, count, random);
        var clusters = new int[points.length];
        Arrays.fill(clusters, -1);
        for (var round = 0; round < ROUNDS; round++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted");
            }
            var nearest = new Neighbours(centres).to(points, 1);
            var changed = false;
            for (var i = 0; i < points.length; i++) {
                changed |= clusters[i] != nearest[i][0];
                clusters[i] = nearest[i][0];
            }
            if (!changed) {
                break;
            }
            centres = means(points, clusters, centres);
        }
        return new KMeans(centres, clusters);
    }

    /** Each start is drawn with a chance that grows with the square of its distance from those before. */
    private static double[][] starts(double[][] points, int count, RandomGenerator random) {
        var centres = new double[count][];
        centres[0] = points[random.nextInt(points.length)].clone();
        var distances = new double[points.length];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        var interrupt = new InterruptCheck();
        for (var next = 1; next < count; next++) {
            interrupt.ask();
            var sum = 0.0;
            for (var i = 0; i < points.length; i++) {
                distances[i] =
                        Math.min(distances[i], NearestRows.squared(points[i], centres[next - 1]));
                sum += distances[i];
            }
            centres[next] = points[drawn(distances, random.nextDouble() * sum)].clone();
        }
        return centres;
    }

    private static int drawn(double[] weights, double place) {
        var left = place;
        for (var i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** A cluster that has lost all its points stays where it was. */
    private static double[][] means(double[][] points, int[] clusters, double[][] before) {
        var sums = new double[before.length][before[0].length];
        var counts = new int[before.length];
        for (var i = 0; i < points.length; i++) {
            counts[clusters[i]]++;
            for (var j = 0; j < points[i].length; j++) {
                sums[clusters[i]][j] += points[i][j];
            }
        }
        for (var cluster = 0; cluster < sums.length; cluster++) {
            for (var j = 0; j < sums[cluster].length; j++) {
                sums[cluster][j] =
                        counts[cluster] == 0
                                ? before[cluster][j]
                                : sums[cluster][j] / counts[cluster];
            }
        }
        return sums;
    }
}
