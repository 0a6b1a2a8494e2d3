package himalia.features.leakage;

import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/**
 * The columns of numbers and truths of two tables, one below the other, each brought to mean 0 and deviation 1; a missing
 * value is the mean.
 *
 * @param names the columns, without those that are constant
 * @param rows of the training table, then of the test table
 * @param trainRows how many are of the training table
 */
record Numbers(List<String> names, double[][] rows, int trainRows) {
    static Numbers of(Table train, Table test, List<String> columns) {
        int all = train.rowCount() + test.rowCount();
        var names = new ArrayList<String>();
        var values = new ArrayList<double[]>();
        for (var name : columns) {
            if (are(train, name) && are(test, name)) {
                var joined = Arrays.copyOf(read(train, name), all);
                System.arraycopy(read(test, name), 0, joined, train.rowCount(), test.rowCount());
                if (standardise(joined)) {
                    names.add(name);
                    values.add(joined);
                }
            }
        }
        var rows = new double[all][names.size()];
        for (int row = 0; row < all; row++) {
            for (int j = 0; j < names.size(); j++) {
                rows[row][j] = values.get(j)[row];
            }
        }
        return new Numbers(names, rows, train.rowCount());
    }

    static boolean are(Table table, String name) {
        var column = Tables.column(table, name);
        return column instanceof NumericColumn<?> || column instanceof BooleanColumn;
    }

    /** Reads numbers and truths; NaN where one is missing. */
    static double[] read(Table table, String name) {
        var column = Tables.column(table, name);
        if (column instanceof BooleanColumn flags) {
            var values = new double[flags.size()];
            Arrays.setAll(values, row -> flags.isMissing(row) ? Double.NaN : flags.getByte(row));
            return values;
        }
        var values = ((NumericColumn<?>) column).asDoubleArray();
        Arrays.setAll(values, row -> column.isMissing(row) ? Double.NaN : values[row]);
        return values;
    }

    private static boolean standardise(double[] values) {
        var present = Arrays.stream(values).filter(Double::isFinite).toArray();
        double mean = Arrays.stream(present).average().orElse(0);
        double variance = 0;
        for (double value : present) {
            variance += (value - mean) * (value - mean) / present.length;
        }
        double deviation = Math.sqrt(variance);
        if (!(deviation > 1e-12 * Math.abs(mean)) || !Double.isFinite(deviation)) {
            return false;
        }
        for (int row = 0; row < values.length; row++) {
            values[row] = Double.isFinite(values[row]) ? (values[row] - mean) / deviation : 0;
        }
        return true;
    }
}
