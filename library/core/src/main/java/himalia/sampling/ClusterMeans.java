package himalia.sampling;

import java.util.Arrays;

/**
 * The means of clusters, of which only the points that have changed their cluster are added and taken away.
 *
 * <p>What is taken away again leaves its rounding behind; {@link #isExact} says whether some was since all were added up.
 */
final class ClusterMeans {
    /** Where one of so many has changed, adding up all of them costs no more. */
    private static final int MANY = 4;

    private final double[][] points;
    private final double[][] sums;
    private final int[] counts;

    /** Where each point is added. */
    private final int[] clusters;

    private boolean isExact;

    ClusterMeans(double[][] points, int count) {
        this.points = points;
        sums = new double[count][points[0].length];
        counts = new int[count];
        clusters = new int[points.length];
    }

    /** Returns whether the means are those of all points, added in their order. */
    boolean isExact() {
        return isExact;
    }

    /** Moves some points to other clusters. */
    void move(int[] rows, int[] moved) {
        if (rows.length > points.length / MANY) {
            addUp(moved);
            return;
        }
        for (var row : rows) {
            counts[clusters[row]]--;
            take(sums[clusters[row]], points[row]);
            clusters[row] = moved[row];
            counts[clusters[row]]++;
            add(sums[clusters[row]], points[row]);
        }
        isExact = isExact && rows.length == 0;
    }

    /** Adds up all points. */
    void addUp(int[] moved) {
        System.arraycopy(moved, 0, clusters, 0, moved.length);
        Arrays.fill(counts, 0);
        for (var each : sums) {
            Arrays.fill(each, 0);
        }
        for (var row = 0; row < points.length; row++) {
            counts[clusters[row]]++;
            add(sums[clusters[row]], points[row]);
        }
        isExact = true;
    }

    /** Returns the means; a cluster that has lost all its points stays where it was. */
    double[][] means(double[][] before) {
        var means = new double[sums.length][];
        for (var cluster = 0; cluster < sums.length; cluster++) {
            means[cluster] = before[cluster].clone();
            for (var j = 0; counts[cluster] > 0 && j < means[cluster].length; j++) {
                means[cluster][j] = sums[cluster][j] / counts[cluster];
            }
        }
        return means;
    }

    private static void add(double[] sum, double[] point) {
        for (var j = 0; j < sum.length; j++) {
            sum[j] += point[j];
        }
    }

    private static void take(double[] sum, double[] point) {
        for (var j = 0; j < sum.length; j++) {
            sum[j] -= point[j];
        }
    }
}
