package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.table.LargestUnit;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Brings every number to mean 0 and deviation 1, as the rows that it has learnt from had them.
 *
 * <pre>{@code
 * double[][] rows = {{1}, {3}};
 * var standardiser = Standardiser.of(rows);
 * standardiser.apply(new double[][] {{4}})   // 2.0
 * }</pre>
 *
 * @param means the mean of each column
 * @param deviations the standard deviation of each, of the rows themselves (divided by n); 1 for one that is constant
 */
public record Standardiser(double[] means, double[] deviations) {
    /** Learns means and deviations; a constant feature keeps its scale and becomes 0. */
    public static Standardiser of(double[][] rows) {
        given(rows, "rows");
        if (rows.length == 0) {
            throw new IllegalArgumentException("there are no rows; there is nothing to learn from");
        }
        return ofColumns(
                rows[0].length, j -> Arrays.stream(rows).mapToDouble(row -> row[j]).toArray());
    }

    /** Learns from columns, which need not have as many numbers each. */
    static Standardiser ofColumns(int count, IntFunction<double[]> columns) {
        var means = new double[count];
        var deviations = new double[count];
        for (int j = 0; j < count; j++) {
            var values = columns.apply(j);
            int exponent = exponent(values);
            double mean = mean(values, exponent);
            double deviation = deviation(values, mean, exponent);
            means[j] = Math.scalb(mean, exponent);
            deviations[j] =
                    isConstant(mean, deviation, values.length)
                            ? 1
                            : Math.scalb(deviation, exponent);
        }
        return new Standardiser(means, deviations);
    }

    /** Rounding leaves a constant column a deviation of a few ulps, which would blow it up; as much as scikit-learn allows for it. */
    private static boolean isConstant(double mean, double deviation, int rows) {
        double lost = rows * Math.ulp(1.0);
        double most = lost * mean;
        return deviation * deviation <= lost * deviation * deviation + most * most;
    }

    /** The power of two of the largest number: in its unit, no square is too large or too small. */
    private static int exponent(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return LargestUnit.exponent(largest);
    }

    /** In that unit. */
    private static double mean(double[] values, int exponent) {
        double mean = 0;
        // The second time it adds what the first one lost to rounding.
        for (int time = 0; time < 2; time++) {
            double distances = 0;
            for (double value : values) {
                distances += Math.scalb(value, -exponent) - mean;
            }
            mean += distances / values.length;
        }
        return mean;
    }

    private static double deviation(double[] values, double mean, int exponent) {
        double squares = 0;
        for (double value : values) {
            double distance = Math.scalb(value, -exponent) - mean;
            squares += distance * distance / values.length;
        }
        return Math.sqrt(squares);
    }

    /** Brings a number of one column to its scale. */
    double apply(int column, double value) {
        double distance = value - means[column];
        return Double.isInfinite(distance)
                // Of numbers near the largest there is, whose halves have a difference.
                ? (value / 2 - means[column] / 2) / (deviations[column] / 2)
                : distance / deviations[column];
    }

    public double[] apply(double[] row) {
        var scaled = new double[row.length];
        for (int j = 0; j < row.length; j++) {
            scaled[j] = apply(j, row[j]);
        }
        return scaled;
    }

    public double[][] apply(double[][] rows) {
        var scaled = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            scaled[i] = apply(rows[i]);
        }
        return scaled;
    }
}
