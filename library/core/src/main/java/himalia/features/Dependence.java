package himalia.features;

import himalia.table.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.TTest;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/** Whether some rows of a table have other values in a column than all others. */
final class Dependence {
    private static final int MOST_LEVELS = 50;
    private static final int MOST_CLASSES = 20;

    private Dependence() {}

    /**
     * Returns how probable it is that both differ as much by chance: by Welch's t of numbers, by chi-squared of categories; NaN where that cannot be told.
     *
     * @param isChosen which rows
     * @param areClasses whether numbers are names
     */
    static double chance(Column<?> column, IntPredicate isChosen, boolean areClasses) {
        if (column instanceof NumericColumn<?> numbers && !areClasses) {
            var values = Tables.doubles(numbers);
            return ofNumbers(there(values, isChosen), there(values, isChosen.negate()));
        }
        if (!(column instanceof StringColumn
                || column instanceof BooleanColumn
                || column instanceof NumericColumn)) {
            return Double.NaN;
        }
        var rows =
                IntStream.range(0, column.size())
                        .filter(row -> !Tables.isMissing(column, row))
                        .toArray();
        var levels = Arrays.stream(rows).mapToObj(column::getString).distinct().toList();
        if (levels.size() < 2 || levels.size() > MOST_LEVELS) {
            return Double.NaN;
        }
        var counts = new long[2][levels.size()];
        for (int row : rows) {
            counts[isChosen.test(row) ? 0 : 1][levels.indexOf(column.getString(row))]++;
        }
        return ofCounts(counts);
    }

    /** Returns the p of a table of counts, two rows of them; NaN where one is empty. */
    static double ofCounts(long[][] counts) {
        boolean isEmpty = Arrays.stream(counts).anyMatch(row -> Arrays.stream(row).sum() == 0);
        if (isEmpty || counts[0].length < 2) {
            return Double.NaN;
        }
        // The test of Commons Math takes the small p from 1, and loses its digits.
        double value = new ChiSquareTest().chiSquare(counts);
        return Gamma.regularizedGammaQ((counts[0].length - 1) / 2.0, value / 2);
    }

    private static double ofNumbers(double[] some, double[] others) {
        if (some.length < 2 || others.length < 2) {
            return Double.NaN;
        }
        boolean isConstant =
                NumberColumns.range(some)[0] == NumberColumns.range(some)[1]
                        && NumberColumns.range(others)[0] == NumberColumns.range(others)[1];
        return isConstant ? Double.NaN : new TTest().tTest(some, others);
    }

    private static double[] there(double[] values, IntPredicate rows) {
        return IntStream.range(0, values.length)
                .filter(row -> rows.test(row) && Double.isFinite(values[row]))
                .mapToDouble(row -> values[row])
                .toArray();
    }

    /** Returns the levels of a column that names classes, few of them; none of any other. */
    static List<String> classes(Column<?> column) {
        boolean isName = column instanceof StringColumn || column instanceof BooleanColumn;
        boolean isWhole =
                column instanceof NumericColumn<?> numbers
                        && Arrays.stream(Tables.doubles(numbers))
                                .allMatch(
                                        value -> Double.isNaN(value) || value == Math.rint(value));
        if (!isName && !isWhole) {
            return List.of();
        }
        var levels =
                IntStream.range(0, column.size())
                        .filter(row -> !Tables.isMissing(column, row))
                        .mapToObj(column::getString)
                        .distinct()
                        .limit(MOST_CLASSES + 1)
                        .sorted()
                        .toList();
        return levels.size() <= MOST_CLASSES ? levels : List.of();
    }
}
