package himalia.table;

import static himalia.display.bundle.Given.given;

import java.math.BigDecimal;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;

/**
 * Whole numbers as doubles, of which there is none for many past 2⁵³.
 *
 * <pre>{@code
 * ExactDoubles.isExact(9_007_199_254_740_993L)   // false: the nearest is …992
 * }</pre>
 */
public final class ExactDoubles {
    private ExactDoubles() {}

    /**
     * Returns the numbers of a column for a report that only compares how they lie: a whole number that no double is, such as a
     * key of 17 digits, is the nearest one; a float is the number that a file has of it; a missing one is NaN.
     */
    public static double[] near(NumericColumn<?> column) {
        given(column, "column");
        var values = new double[column.size()];
        boolean areFloats = column instanceof FloatColumn;
        for (int row = 0; row < values.length; row++) {
            double number = column.isMissing(row) ? Double.NaN : column.getDouble(row);
            values[row] = areFloats ? FloatDigits.fewest(number) : number;
        }
        return values;
    }

    /** Returns the numbers of a column, refused where one of them would be another number. */
    static double[] of(NumericColumn<?> column) {
        if (column instanceof DoubleColumn) {
            return column.asDoubleArray();
        }
        var values = new double[column.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = column.isMissing(row) ? Double.NaN : column.getDouble(row);
            if (column instanceof LongColumn whole
                    && !whole.isMissing(row)
                    && !isExact(whole.getLong(row))) {
                throw new IllegalArgumentException(
                        "column '%1$s' holds %2$d in row %3$d, which would be computed with as %4$s: leave it out with table.rejectColumns(\"%1$s\") if it is a key, or count it from some other value"
                                .formatted(
                                        column.name(),
                                        whole.getLong(row),
                                        row,
                                        written(values[row])));
            }
        }
        return values;
    }

    /** Returns all digits of a double; a format has 17 of them, and zeros for the others. */
    public static String written(double value) {
        return new BigDecimal(value).toPlainString();
    }

    /** Returns whether a double is this number. */
    public static boolean isExact(long whole) {
        double near = whole;
        // The largest long is none of the doubles, and one past it is cast back to it.
        return (long) near == whole && near < 0x1p63;
    }
}
