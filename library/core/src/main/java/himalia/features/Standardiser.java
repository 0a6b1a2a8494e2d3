package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.table.Cores;
import himalia.table.EachColumn;
import himalia.table.LargestUnit;
import java.util.List;
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
    /** Squares of numbers whose power of two is nearer to 0 are neither infinite nor nothing, nor are sums of them. */
    private static final int FAR = 300;

    private static final int SUMS = 4;

    /** Rows that are written together. */
    private static final int CHUNK = 64;

    /** A division and the way into another row take as long as so many numbers that are read. */
    private static final long READ = 8;

    /** Learns means and deviations; a constant feature keeps its scale and becomes 0. */
    public static Standardiser of(double[][] rows) {
        given(rows, "rows");
        if (rows.length == 0) {
            throw new IllegalArgumentException("there are no rows; there is nothing to learn from");
        }
        return ofColumns(rows[0].length, rows.length, j -> column(rows, j));
    }

    /**
     * Learns the same from columns.
     *
     * @param columns one array each, as long as each other
     */
    public static Standardiser of(List<double[]> columns) {
        given(columns, "columns");
        if (columns.isEmpty() || columns.get(0).length == 0) {
            throw new IllegalArgumentException("there are no rows; there is nothing to learn from");
        }
        return ofColumns(columns.size(), columns.get(0).length, columns::get);
    }

    private static double[] column(double[][] rows, int place) {
        var column = new double[rows.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = rows[i][place];
        }
        return column;
    }

    /**
     * Learns from columns, which need not have as many numbers each.
     *
     * @param rows about how many they have
     */
    static Standardiser ofColumns(int count, int rows, IntFunction<double[]> columns) {
        var means = new double[count];
        var deviations = new double[count];
        EachColumn.of(
                count,
                rows,
                j -> {
                    learn(columns.apply(j), j, means, deviations);
                    return j;
                });
        return new Standardiser(means, deviations);
    }

    private static void learn(double[] values, int j, double[] means, double[] deviations) {
        int exponent = exponent(values);
        var scaled = values;
        if (Math.abs(exponent) > FAR) {
            // In the unit of the largest one, no square is too large or too small.
            scaled = new double[values.length];
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] = Math.scalb(values[i], -exponent);
            }
        } else {
            exponent = 0;
        }
        double mean = mean(scaled);
        double deviation = deviation(scaled, mean);
        means[j] = Math.scalb(mean, exponent);
        deviations[j] =
                isConstant(mean, deviation, values.length) ? 1 : Math.scalb(deviation, exponent);
    }

    /** Rounding leaves a constant column a deviation of a few ulps, which would blow it up; as much as scikit-learn allows for it. */
    private static boolean isConstant(double mean, double deviation, int rows) {
        double lost = rows * Math.ulp(1.0);
        double most = lost * mean;
        return deviation * deviation <= lost * deviation * deviation + most * most;
    }

    /** The power of two of the largest number. */
    private static int exponent(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return LargestUnit.exponent(largest);
    }

    private static double mean(double[] values) {
        double mean = 0;
        // The second time it adds what the first one lost to rounding.
        for (int time = 0; time < 2; time++) {
            mean += distances(values, mean) / values.length;
        }
        return mean;
    }

    /** Four sums, which do not wait for each other. */
    private static double distances(double[] values, double mean) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + SUMS <= values.length; i += SUMS) {
            a += values[i] - mean;
            b += values[i + 1] - mean;
            c += values[i + 2] - mean;
            d += values[i + 3] - mean;
        }
        for (; i < values.length; i++) {
            a += values[i] - mean;
        }
        return a + b + (c + d);
    }

    private static double deviation(double[] values, double mean) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + SUMS <= values.length; i += SUMS) {
            a += square(values[i] - mean);
            b += square(values[i + 1] - mean);
            c += square(values[i + 2] - mean);
            d += square(values[i + 3] - mean);
        }
        for (; i < values.length; i++) {
            a += square(values[i] - mean);
        }
        return Math.sqrt((a + b + (c + d)) / values.length);
    }

    private static double square(double distance) {
        return distance * distance;
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

    /** Returns the rows that columns make, each number on its column's scale. */
    public double[][] rows(List<double[]> columns) {
        given(columns, "columns");
        var rows = new double[columns.get(0).length][];
        Cores.each(
                (rows.length + CHUNK - 1) / CHUNK,
                READ * rows.length * columns.size(),
                chunk -> {
                    int from = chunk * CHUNK;
                    put(columns, rows, from, Math.min(rows.length, from + CHUNK));
                });
        return rows;
    }

    /** Some rows, which are still in the cache for the next column. */
    private void put(List<double[]> columns, double[][] rows, int from, int to) {
        for (int i = from; i < to; i++) {
            rows[i] = new double[columns.size()];
        }
        for (int j = 0; j < columns.size(); j++) {
            var column = columns.get(j);
            for (int i = from; i < to; i++) {
                rows[i][j] = apply(j, column[i]);
            }
        }
    }
}
