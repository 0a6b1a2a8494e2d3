package himalia.sampling;

import static himalia.display.bundle.Given.given;

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
        var centres = ClusterStarts.of(points, count, tries, random);
        var nearest = new NearestCentres(points);
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
            centres = means.means(centres);
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
}
