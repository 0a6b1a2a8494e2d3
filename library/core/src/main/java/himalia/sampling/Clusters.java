package himalia.sampling;

import static himalia.display.bundle.Given.given;

import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/**
 * Points in clusters by Lloyd's rounds, from k-means++ starts; exact, and ended when no point changes its cluster, or means hardly move.
 *
 * <pre>{@code
 * double[][] points = {{1, 1}, {1, 2}, {9, 9}};
 * Clusters.greedy(points, 2, 0, Seeds.random(42)).clusters();    // the first two together
 * }</pre>
 *
 * @param centres the mean of each cluster; of rounds that were ended early the mean of those who were nearest a round before
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
        return of(points, count, 1, 0, random);
    }

    /**
     * Draws some points for each start, and takes the one that leaves the others nearest, as scikit-learn does: with fewer tries that end badly.
     *
     * @param points of finite numbers, all of one length; at least as many as clusters
     * @param count how many clusters, at least 1
     * @param tolerance rounds end when the squares of the ways of all means add up to no more than this share of the mean variance of the columns, as
     *     scikit-learn's do; 0 for when no point changes its cluster
     * @throws java.util.concurrent.CancellationException if its thread is interrupted
     */
    public static Clusters greedy(
            double[][] points, int count, double tolerance, RandomGenerator random) {
        given(points, "points");
        given(random, "random");
        if (count < 1 || count > points.length) {
            throw new IllegalArgumentException(
                    "count must be from 1 to %d, as many as there are points, got %d"
                            .formatted(points.length, count));
        }
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("tolerance must be 0 or above, got " + tolerance);
        }
        FinitePoints.checked(points, given(points[0], "the first point").length, "point");
        var least = tolerance > 0 ? tolerance * variance(points) : 0;
        return of(points, count, 2 + (int) Math.log(count), least, random);
    }

    /** The mean of the variances of the columns. */
    private static double variance(double[][] points) {
        var means = new double[points[0].length];
        for (var point : points) {
            for (var j = 0; j < means.length; j++) {
                means[j] += point[j] / points.length;
            }
        }
        var squares = new double[means.length];
        for (var point : points) {
            for (var j = 0; j < squares.length; j++) {
                squares[j] += (point[j] - means[j]) * (point[j] - means[j]);
            }
        }
        return DoubleStream.of(squares).map(sum -> sum / points.length).average().orElse(0);
    }

    private static Clusters of(
            double[][] points, int count, int tries, double least, RandomGenerator random) {
        var centres = ClusterStarts.of(points, count, tries, random);
        var nearest = NearestCentres.of(points, count);
        var means = new ClusterMeans(points, count);
        for (var round = 0; round < ROUNDS; round++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted");
            }
            var changed = nearest.moveTo(centres);
            if (changed.length == 0 && means.isExact()) {
                break;
            }
            if (changed.length == 0 || round == ROUNDS - 1) {
                means.addUp(nearest.nearest());
            } else {
                means.move(changed, nearest.nearest());
            }
            var before = centres;
            centres = means.means(before);
            if (changed.length > 0 && way(before, centres) <= least) {
                means.addUp(nearest.nearest());
                centres = means.means(before);
                nearest.moveTo(centres);
                break;
            }
        }
        return new Clusters(centres, nearest.nearest());
    }

    /** The squares of the ways of all centres, added up. */
    private static double way(double[][] before, double[][] after) {
        var sum = 0.0;
        for (var i = 0; i < before.length; i++) {
            sum += NearestRows.squared(before[i], after[i]);
        }
        return sum;
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
}
