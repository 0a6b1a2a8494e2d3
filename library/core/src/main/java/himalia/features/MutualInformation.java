package himalia.features;

import himalia.model.Labels;
import himalia.table.Seeds;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;

/**
 * What a column tells of the class, in nats, as scikit-learn estimates it: in a class as far as the third nearest row there are few
 * rows of others where the column tells much. A column of two values is counted.
 *
 * <p>B. C. Ross (2014): Mutual Information between Discrete and Continuous Data Sets. PLoS ONE 9(2).
 */
final class MutualInformation {
    private static final int NEIGHBOURS = 3;

    /** Parts values that are equal, and changes nothing else. */
    private static final double NOISE = 1e-10;

    private MutualInformation() {}

    static double of(double[] values, Labels labels) {
        // Both zeros are one.
        var plain = DoubleStream.of(values).map(value -> value + 0.0).toArray();
        return hasTwoValues(plain) ? counted(plain, labels) : estimated(parted(plain), labels);
    }

    private static boolean hasTwoValues(double[] values) {
        double other = values[0];
        for (double value : values) {
            if (value != values[0] && value != other) {
                if (other != values[0]) {
                    return false;
                }
                other = value;
            }
        }
        return true;
    }

    private static double counted(double[] values, Labels labels) {
        var counts = labels.counts();
        var both = new TreeMap<Double, int[]>();
        for (int row = 0; row < values.length; row++) {
            both.computeIfAbsent(values[row], key -> new int[counts.length])[labels.code(row)]++;
        }
        return nats(both.values(), counts);
    }

    /**
     * Returns how much the rows of a table of counts tell of its columns, in nats; rounding may not put it below 0.
     *
     * @param counts the sums of the columns
     */
    static double nats(Collection<int[]> table, int[] counts) {
        double all = IntStream.of(counts).sum();
        double nats = 0;
        for (var row : table) {
            double sum = IntStream.of(row).sum();
            for (int code = 0; code < counts.length; code++) {
                double count = row[code];
                if (count > 0) {
                    nats += count / all * Math.log(count * all / (sum * counts[code]));
                }
            }
        }
        return Math.max(0, nats);
    }

    private static double[] parted(double[] values) {
        double mean = DoubleStream.of(values).average().orElse(0);
        double variance =
                DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
        double deviation = variance > 0 ? Math.sqrt(variance) : 1;
        double size = DoubleStream.of(values).map(Math::abs).average().orElse(0) / deviation;
        var random = Seeds.random(0);
        return DoubleStream.of(values)
                .map(v -> v / deviation + NOISE * Math.max(1, size) * random.nextGaussian())
                .toArray();
    }

    /** Classes of one row have no neighbours, and say nothing. */
    private static double estimated(double[] values, Labels labels) {
        var counts = labels.counts();
        var all =
                IntStream.range(0, values.length)
                        .filter(row -> counts[labels.code(row)] > 1)
                        .mapToDouble(row -> values[row])
                        .sorted()
                        .toArray();
        if (all.length == 0) {
            return 0;
        }
        double sum = 0;
        for (var own : byClass(values, labels, counts)) {
            if (own.length > 1) {
                Arrays.sort(own);
                int neighbours = Math.min(NEIGHBOURS, own.length - 1);
                double ofClass = Gamma.digamma(neighbours) - Gamma.digamma(own.length);
                for (int i = 0; i < own.length; i++) {
                    double radius = Math.nextAfter(distance(own, i, neighbours), 0);
                    sum += ofClass - Gamma.digamma(within(all, own[i], radius));
                }
            }
        }
        return Math.max(0, Gamma.digamma(all.length) + sum / all.length);
    }

    private static double[][] byClass(double[] values, Labels labels, int[] counts) {
        var grouped = new double[counts.length][];
        Arrays.setAll(grouped, code -> new double[counts[code]]);
        var filled = new int[counts.length];
        for (int row = 0; row < values.length; row++) {
            int code = labels.code(row);
            grouped[code][filled[code]++] = values[row];
        }
        return grouped;
    }

    /** How far the nearest of so many is, in sorted values. */
    private static double distance(double[] sorted, int at, int neighbours) {
        int low = at;
        int high = at;
        double distance = 0;
        for (int i = 0; i < neighbours; i++) {
            double below = low > 0 ? sorted[at] - sorted[low - 1] : Double.POSITIVE_INFINITY;
            double above =
                    high < sorted.length - 1
                            ? sorted[high + 1] - sorted[at]
                            : Double.POSITIVE_INFINITY;
            if (below < above) {
                low--;
            } else {
                high++;
            }
            distance = Math.min(below, above);
        }
        return distance;
    }

    /** How many are at most so far away, the value itself among them. */
    private static int within(double[] sorted, double value, double radius) {
        int from = first(sorted, each -> value - each <= radius);
        return first(sorted, each -> each - value > radius) - from;
    }

    /** The place of the first value for which it is true, and behind which it stays so. */
    private static int first(double[] sorted, DoublePredicate isThere) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isThere.test(sorted[middle])) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
