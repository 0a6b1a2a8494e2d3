package himalia.features.leakage;

import himalia.table.ExactDoubles;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
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
 * @param read each column as it was; NaN where a number is missing
 * @param deviations of the columns as they were
 */
record Numbers(
        List<String> names,
        double[][] rows,
        int trainRows,
        List<double[]> read,
        double[] deviations) {
    static Numbers of(Table train, Table test, List<String> columns) {
        int all = train.rowCount() + test.rowCount();
        var names = new ArrayList<String>();
        var values = new ArrayList<double[]>();
        var asRead = new ArrayList<double[]>();
        var deviations = new ArrayList<Double>();
        for (var name : columns) {
            if (are(train, name) && are(test, name)) {
                var joined = Arrays.copyOf(read(train, name), all);
                System.arraycopy(read(test, name), 0, joined, train.rowCount(), test.rowCount());
                double mean = mean(joined);
                double deviation = deviation(joined, mean);
                if (deviation > 1e-12 * Math.abs(mean) && Double.isFinite(deviation)) {
                    names.add(name);
                    asRead.add(joined);
                    values.add(standardised(joined, mean, deviation));
                    deviations.add(deviation);
                }
            }
        }
        var rows = new double[all][names.size()];
        for (int row = 0; row < all; row++) {
            for (int j = 0; j < names.size(); j++) {
                rows[row][j] = values.get(j)[row];
            }
        }
        return new Numbers(
                names,
                rows,
                train.rowCount(),
                asRead,
                deviations.stream().mapToDouble(each -> each).toArray());
    }

    /** Returns those of some of the columns; these, where they are all. */
    Numbers select(Collection<String> columns) {
        var wanted = new HashSet<>(columns);
        var places =
                IntStream.range(0, names.size())
                        .filter(j -> wanted.contains(names.get(j)))
                        .toArray();
        if (places.length == names.size()) {
            return this;
        }
        return new Numbers(
                IntStream.of(places).mapToObj(names::get).toList(),
                Arrays.stream(rows)
                        .map(row -> IntStream.of(places).mapToDouble(j -> row[j]).toArray())
                        .toArray(double[][]::new),
                trainRows,
                IntStream.of(places).mapToObj(read::get).toList(),
                IntStream.of(places).mapToDouble(j -> deviations[j]).toArray());
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
        return ExactDoubles.near((NumericColumn<?>) column);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).average().orElse(0);
    }

    private static double deviation(double[] values, double mean) {
        var present = Arrays.stream(values).filter(Double::isFinite).toArray();
        double variance = 0;
        for (double value : present) {
            variance += (value - mean) * (value - mean) / present.length;
        }
        return Math.sqrt(variance);
    }

    private static double[] standardised(double[] values, double mean, double deviation) {
        return Arrays.stream(values)
                .map(value -> Double.isFinite(value) ? (value - mean) / deviation : 0)
                .toArray();
    }
}
