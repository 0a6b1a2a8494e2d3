package himalia.sampling;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.InterruptCheck;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;

/**
 * Points in clusters by Lloyd's rounds, from k-means++ starts; exact, and ended when no point changes its cluster.
 *
 * <pre>{@code
 * double[][] points = {{1, 1}, {1, 2}, {9, 9}};
 * Clusters.greedy(points, 2, Seeds.random(42)).clusters();    // the first two together
 * }</pre>
 *
 * @param centres the mean of each cluster
 * @param clusters the cluster of each point
 */
public record Clusters(double[][] centres, int[] clusters) {
    private static final int ROUNDS = 300;

    public Clusters {
        given(centres, "centres");
        given(clusters, "clusters");
    }

    /** Draws each start once. */
    static Clusters of(double[][] points, int count, RandomGenerator random) {
        return of(points, count, 1, random);
    }

    /**
     * Draws some points for each start, and takes the one that leaves the others nearest, as scikit-learn does: with fewer tries that end badly.
     *
     * @param points of finite numbers, all of one length; at least as many as clusters
     * @param count how many clusters, at least 1
     * @throws java.util.concurrent.CancellationException if its thread is interrupted
     */
    public static Clusters greedy(double[][] points, int count, RandomGenerator random) {
        given(points, "points");
        given(random, "random");
        if (count < 1 || count > points.length) {
            throw new IllegalArgumentException(
                    "count must be from 1 to %d, as many as there are points, got %d"
                            .formatted(points.length, count));
        }
        FinitePoints.checked(points, given(points[0], "the first point").length, "point");
        return of(points, count, 2 + (int) Math.log(count), random);
    }

    private static Clusters of(double[][] points, int count, int tries, RandomGenerator random) {
        var centres = starts(points, count, tries, random);
        var nearest = new NearestCentres(points);
        for (var round = 0; round < ROUNDS; round++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted");
            }
            if (!nearest.moveTo(centres)) {
                break;
            }
            centres = means(points, nearest.nearest(), centres);
        }
        return new Clusters(centres, nearest.nearest());
    }

    /** Returns the squared distances of points from the centres of their clusters, added up. */
    public double inertia(double[][] points) {
        given(points, "points");
        double sum = 0;
        for (var i = 0; i < points.length; i++) {
            sum += NearestRows.squared(points[i], centres[clusters[i]]);
        }
        return sum;
    }

    /** Each start is drawn with a chance that grows with the square of its distance from those before. */
    private static double[][] starts(
            double[][] points, int count, int tries, RandomGenerator random) {
        var centres = new double[count][];
        centres[0] = points[random.nextInt(points.length)].clone();
        var distances = new double[points.length];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        distances = nearer(distances, points, centres[0]);
        var interrupt = new InterruptCheck();
        for (var next = 1; next < count; next++) {
            var sum = Arrays.stream(distances).sum();
            var least = Double.POSITIVE_INFINITY;
            var before = distances;
            for (var i = 0; i < tries; i++) {
                interrupt.ask();
                var point = points[drawn(before, random.nextDouble() * sum)];
                var left = nearer(before, points, point);
                var all = Arrays.stream(left).sum();
                if (i == 0 || all < least) {
                    least = all;
                    distances = left;
                    centres[next] = point.clone();
                }
            }
        }
        return centres;
    }

    private static double[] nearer(double[] distances, double[][] points, double[] centre) {
        var nearer = new double[distances.length];
        Arrays.setAll(nearer, i -> Math.min(distances[i], NearestRows.squared(points[i], centre)));
        return nearer;
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
