package himalia.features;

import himalia.model.Labels;
import himalia.table.Quantile;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * What a column tells about a label.
 *
 * @param chance how probable such a value is where there is nothing to tell; NaN where that is not known
 */
record ColumnScore(double value, double chance) {
    /** The F of an analysis of variance. */
    static ColumnScore variance(double[] values, Labels labels) {
        int classes = labels.classes().size();
        var sums = new double[classes];
        var counts = labels.counts();
        double all = mean(values);
        for (int row = 0; row < values.length; row++) {
            sums[labels.code(row)] += values[row] - all;
        }
        double between = 0;
        double within = 0;
        for (int each = 0; each < classes; each++) {
            between += sums[each] * sums[each] / counts[each];
        }
        for (int row = 0; row < values.length; row++) {
            int code = labels.code(row);
            double distance = values[row] - all - sums[code] / counts[code];
            within += distance * distance;
        }
        int first = classes - 1;
        int second = values.length - classes;
        return ofF(between / first / (within / second), first, second);
    }

    /** The F of a straight line, finite always, as scikit-learn's {@code force_finite}: 0 of what is constant, the greatest of a perfect line. */
    static ColumnScore regression(double[] values, double[] label) {
        if (isConstant(values) || isConstant(label)) {
            return new ColumnScore(0, 1);
        }
        double meanOfValues = mean(values);
        double meanOfLabel = mean(label);
        double both = 0;
        double first = 0;
        double second = 0;
        for (int row = 0; row < values.length; row++) {
            double one = values[row] - meanOfValues;
            double other = label[row] - meanOfLabel;
            both += one * other;
            first += one * one;
            second += other * other;
        }
        double share = both / Math.sqrt(first) / Math.sqrt(second);
        share *= share;
        int degrees = values.length - 2;
        if (share >= 1) {
            return new ColumnScore(Double.MAX_VALUE, 0);
        }
        return ofF(share / (1 - share) * degrees, 1, degrees);
    }

    private static ColumnScore ofF(double value, int first, int second) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return new ColumnScore(value, Double.isNaN(value) ? Double.NaN : 0);
        }
        return new ColumnScore(
                value,
                Beta.regularizedBeta(second / (second + first * value), second / 2.0, first / 2.0));
    }

    static ColumnScore chiSquared(String name, double[] values, Labels labels) {
        var counts = labels.counts();
        var sums = new double[counts.length];
        double all = 0;
        for (int row = 0; row < values.length; row++) {
            if (values[row] < 0) {
                throw new IllegalArgumentException(
                        "column '%s' holds %s in row %d, and chi2 takes counts or shares, which are not below 0; score it by F_CLASSIF"
                                .formatted(name, values[row], row));
            }
            sums[labels.code(row)] += values[row];
            all += values[row];
        }
        double value = 0;
        for (int each = 0; each < counts.length; each++) {
            double expected = all * counts[each] / values.length;
            value += (sums[each] - expected) * (sums[each] - expected) / expected;
        }
        return new ColumnScore(
                value,
                Double.isNaN(value)
                        ? Double.NaN
                        : Gamma.regularizedGammaQ((counts.length - 1) / 2.0, value / 2));
    }

    /** What the quarter that a row is in tells of its class, in nats. */
    static ColumnScore information(double[] values, Labels labels) {
        var sorted = NumberColumns.sorted(values);
        var cuts = new double[3];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = Quantile.of(sorted, (i + 1) / 4.0);
        }
        var counts = labels.counts();
        var both = new int[4][counts.length];
        for (int row = 0; row < values.length; row++) {
            int quarter = 0;
            while (quarter < cuts.length && values[row] >= cuts[quarter]) {
                quarter++;
            }
            both[quarter][labels.code(row)]++;
        }
        return new ColumnScore(MutualInformation.nats(List.of(both), counts), Double.NaN);
    }

    private static boolean isConstant(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
