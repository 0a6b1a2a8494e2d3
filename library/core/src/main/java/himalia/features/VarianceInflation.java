package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.InterruptCheck;
import himalia.model.Feature;
import himalia.table.LargestUnit;
import himalia.table.Matrices;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How much of each column of numbers the others tell already: the variance inflation factor, 1 / (1 − R²) of a straight line to it from all
 * others.
 *
 * <pre>{@code
 * VarianceInflation.of(train.rejectColumns("churned"))      // feature, vif
 * }</pre>
 *
 * <p>1 where the others tell nothing; above 5 to 10 the coefficients of a linear model can no longer be read one by one; infinite where a
 * column is a sum of others. A column that never changes has none. Statsmodels gives the same of a matrix with a constant.
 *
 * <p>D. Belsley, E. Kuh, R. Welsch (1980): Regression Diagnostics, chapter 3.
 */
public final class VarianceInflation {
    /** Below this share of all variance, a direction is no more than the rounding of sums. */
    private static final double NOTHING = 1e-13;

    private VarianceInflation() {}

    /** Returns a row for each column of numbers. */
    public static Table of(Table features) {
        return of(features, List.of());
    }

    /**
     * Returns a row for each of some columns, among each other.
     *
     * @param columns their names; none for all that hold numbers
     * @throws IllegalArgumentException where a cell is missing, or there are not more rows than columns
     */
    public static Table of(Table features, List<String> columns) {
        given(features, "features");
        given(columns, "columns");
        var chosen = Columns.chosen(features, columns, Columns::areNumbers, "vif", "numbers");
        var names = chosen.stream().map(Feature::name).toList();
        var rows = Matrices.rows(features, names, "vif");
        if (rows.length <= names.size()) {
            throw new IllegalArgumentException(
                    "%d columns of %d rows: with as many columns as rows, each is told by the others; take fewer columns, or more rows"
                            .formatted(names.size(), rows.length));
        }
        var changing = IntStream.range(0, names.size()).filter(j -> changes(rows, j)).toArray();
        var factors = DoubleColumn.create("vif", names.size());
        var inflated = inflated(rows, changing);
        var interrupt = new InterruptCheck();
        for (int k = 0; k < changing.length; k++) {
            interrupt.ask();
            factors.set(changing[k], inflated[k]);
        }
        return Table.create("vif", StringColumn.create("feature", names), factors);
    }

    private static boolean changes(double[][] rows, int column) {
        for (var row : rows) {
            if (row[column] != rows[0][column]) {
                return true;
            }
        }
        return false;
    }

    /** Brings a column to the unit of its largest number, in which no square is too large or too small: correlations have no unit. */
    private static void scale(double[][] rows, int column) {
        int exponent = LargestUnit.exponent(Arrays.stream(rows).mapToDouble(row -> row[column]));
        for (var row : rows) {
            row[column] = Math.scalb(row[column], -exponent);
        }
    }

    /** The diagonal of the inverse of all correlations, direction by direction: one that has no variance makes its columns infinite. */
    private static double[] inflated(double[][] rows, int[] columns) {
        if (columns.length < 2) {
            return columns.length == 0 ? new double[0] : new double[] {1};
        }
        for (int column : columns) {
            scale(rows, column);
        }
        var chosen = new Array2DRowRealMatrix(rows, false);
        var all = IntStream.range(0, rows.length).toArray();
        var correlations =
                new PearsonsCorrelation(chosen.getSubMatrix(all, columns)).getCorrelationMatrix();
        var directions = new EigenDecomposition(correlations);
        var variances = directions.getRealEigenvalues();
        var inflated = new double[columns.length];
        for (int k = 0; k < variances.length; k++) {
            boolean isNothing = variances[k] <= NOTHING * columns.length;
            for (int j = 0; j < inflated.length; j++) {
                double part = directions.getV().getEntry(j, k);
                if (!isNothing) {
                    inflated[j] += part * part / variances[k];
                } else if (part * part > NOTHING) {
                    inflated[j] = Double.POSITIVE_INFINITY;
                }
            }
        }
        return inflated;
    }
}
