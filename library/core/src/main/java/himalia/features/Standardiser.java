package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.table.LargestUnit;
import java.util.Arrays;

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
        int width = rows[0].length;
        var exponents = exponents(rows);
        var means = new double[width];
        var deviations = new double[width];
        // The second time it adds what the first one lost to rounding.
        for (int time = 0; time < 2; time++) {
            var distances = new double[width];
            for (var row : rows) {
                for (int j = 0; j < width; j++) {
                    distances[j] += Math.scalb(row[j], -exponents[j]) - means[j];
                }
            }
            for (int j = 0; j < width; j++) {
                means[j] += distances[j] / rows.length;
            }
        }
        for (var row : rows) {
            for (int j = 0; j < width; j++) {
                double distance = Math.scalb(row[j], -exponents[j]) - means[j];
                deviations[j] += distance * distance / rows.length;
            }
        }
        for (int j = 0; j < width; j++) {
            deviations[j] = Math.sqrt(deviations[j]);
            // Rounding leaves a constant column a deviation of a few ulps, which would blow it up.
            if (deviations[j] <= 1e-12 * Math.abs(means[j]) || deviations[j] == 0) {
                deviations[j] = 1;
            } else {
                deviations[j] = Math.scalb(deviations[j], exponents[j]);
            }
            means[j] = Math.scalb(means[j], exponents[j]);
        }
        return new Standardiser(means, deviations);
    }

    /** The power of two of each column's largest number: in its unit, no square is too large or too small. */
    private static int[] exponents(double[][] rows) {
        var largest = new double[rows[0].length];
        for (var row : rows) {
            for (int j = 0; j < row.length; j++) {
                largest[j] = Math.max(largest[j], Math.abs(row[j]));
            }
        }
        return Arrays.stream(largest).mapToInt(LargestUnit::exponent).toArray();
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
