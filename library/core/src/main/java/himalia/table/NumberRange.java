package himalia.table;

import tech.tablesaw.api.NumericColumn;

/**
 * How far the numbers of a column reach.
 *
 * @param low the least of those that are there; infinite where there are none, though there are rows
 * @param high the greatest of them
 * @param areAllThere whether none is missing
 */
record NumberRange(double low, double high, boolean areAllThere) {
    static NumberRange of(NumericColumn<?> column) {
        return of(ColumnArrays.of(column), column.size());
    }

    /** Looks at the first numbers of an array; what is missing is neither below nor above anything. */
    static NumberRange of(double[] values, int rows) {
        double low = rows == 0 ? 0 : Double.POSITIVE_INFINITY;
        double high = -low;
        boolean areAllThere = true;
        for (int row = 0; row < rows; row++) {
            double value = values[row];
            low = value < low ? value : low;
            high = value > high ? value : high;
            areAllThere &= !Double.isNaN(value);
        }
        return new NumberRange(low, high, areAllThere);
    }

    boolean areAllFinite() {
        return areAllThere && Double.isFinite(low) && Double.isFinite(high);
    }
}
