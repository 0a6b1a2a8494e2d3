package himalia.features;

import himalia.table.Quantile;
import java.util.Arrays;

/** Where numbers are cut into ranges. */
final class BinEdges {
    /** What is narrower holds nothing. */
    static final double NARROWEST = 1e-8;

    private BinEdges() {}

    static double[] of(double[] values, int bins, KBinsDiscretizer.Strategy strategy) {
        var sorted = NumberColumns.sorted(values);
        double least = sorted[0];
        double most = sorted[sorted.length - 1];
        if (least == most) {
            return new double[] {least, most};
        }
        return switch (strategy) {
            case UNIFORM -> even(least, most, bins);
            case QUANTILE -> wide(quantiles(sorted, bins));
            case KMEANS -> wide(means(sorted, bins));
        };
    }

    private static double[] even(double least, double most, int bins) {
        var edges = new double[bins + 1];
        double all = most - least;
        double width = Double.isFinite(all) ? all / bins : most / bins - least / bins;
        for (int i = 0; i < bins; i++) {
            edges[i] = least + i * width;
        }
        edges[bins] = most;
        return edges;
    }

    private static double[] quantiles(double[] sorted, int bins) {
        var edges = new double[bins + 1];
        for (int i = 0; i <= bins; i++) {
            edges[i] = Quantile.of(sorted, (double) i / bins);
        }
        return edges;
    }

    /** Halfway between the means of groups; each number belongs to the nearest mean. */
    private static double[] means(double[] sorted, int bins) {
        double least = sorted[0];
        double most = sorted[sorted.length - 1];
        var edges = even(least, most, bins);
        var centers = new double[bins];
        for (int i = 0; i < bins; i++) {
            centers[i] = edges[i] / 2 + edges[i + 1] / 2;
        }
        var means = KMeansCenters.of(sorted, centers);
        for (int i = 1; i < bins; i++) {
            edges[i] = means[i - 1] / 2 + means[i] / 2;
        }
        return edges;
    }

    /** Leaves out what is too narrow to hold anything. */
    private static double[] wide(double[] edges) {
        var kept = new double[edges.length];
        int count = 0;
        for (int i = 0; i < edges.length; i++) {
            if (i == 0 || edges[i] - edges[i - 1] > NARROWEST) {
                kept[count++] = edges[i];
            }
        }
        return Arrays.copyOf(kept, count);
    }
}
