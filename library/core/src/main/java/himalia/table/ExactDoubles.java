package himalia.table;

import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;

/** The numbers of a column as doubles, refused where one of them would be another number. */
final class ExactDoubles {
    private ExactDoubles() {}

    static double[] of(NumericColumn<?> column) {
        var values = new double[column.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = column.isMissing(row) ? Double.NaN : column.getDouble(row);
            if (column instanceof LongColumn whole
                    && !whole.isMissing(row)
                    && !isExact(whole.getLong(row), values[row])) {
                throw new IllegalArgumentException(
                        "column '%1$s' holds %2$d in row %3$d, which would be computed with as %4$.0f: leave it out with table.rejectColumns(\"%1$s\") if it is a key, or count it from some other value"
                                .formatted(column.name(), whole.getLong(row), row, values[row]));
            }
        }
        return values;
    }

    /** The largest long is none of the doubles, and one past it is cast back to it. */
    private static boolean isExact(long whole, double value) {
        return (long) value == whole && value < 0x1p63;
    }
}
