package himalia.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** How columns of numbers go together. */
final class Correlations {
    private final List<double[]> values;
    private final boolean isOfRanks;

    /** What is compared of each column where the other one misses none of its rows: its values, or their ranks. */
    private final List<double[]> whole;

    private Correlations(List<double[]> values, boolean isOfRanks) {
        this.values = values;
        this.isOfRanks = isOfRanks;
        this.whole = isOfRanks ? values.stream().map(Correlations::ranks).toList() : values;
    }

    static Table pearson(Table table) {
        return of(table, false);
    }

    static Table spearman(Table table) {
        return of(table, true);
    }

    private static Table of(Table table, boolean isOfRanks) {
        var numbers = new ArrayList<NumericColumn<?>>();
        for (var column : table.columns()) {
            if (column instanceof NumericColumn<?> each) {
                numbers.add(each);
            }
        }
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException(
                    "no column holds numbers; there are: "
                            + String.join(", ", table.columnNames()));
        }
        var values = numbers.stream().map(Correlations::finite).toList();
        var cells = new Correlations(values, isOfRanks).all();
        var names = numbers.stream().map(Column::name).toList();
        var all = new ColumnNames(names);
        var result = Table.create(table.name(), StringColumn.create(all.add("column"), names));
        for (int column = 0; column < cells.length; column++) {
            var each = DoubleColumn.create(names.get(column));
            for (double cell : cells[column]) {
                append(each, cell);
            }
            result.addColumns(each);
        }
        return result;
    }

    /** Infinity has no distance from a mean: it counts as missing, as in pandas. */
    private static double[] finite(NumericColumn<?> column) {
        return Arrays.stream(Tables.doubles(column))
                .map(value -> Double.isInfinite(value) ? Double.NaN : value)
                .toArray();
    }

    private static void append(DoubleColumn column, double value) {
        if (Double.isNaN(value)) {
            column.appendMissing();
        } else {
            column.append(value);
        }
    }

    /** Each pair once: it is the same the other way round. */
    private double[][] all() {
        var all = new double[values.size()][values.size()];
        for (int one = 0; one < all.length; one++) {
            for (int other = 0; other <= one; other++) {
                all[one][other] = of(one, other);
                all[other][one] = all[one][other];
            }
        }
        return all;
    }

    /** Over the rows that miss neither. */
    private double of(int one, int other) {
        int[] rows =
                IntStream.range(0, values.get(one).length)
                        .filter(row -> isThere(one, row) && isThere(other, row))
                        .toArray();
        return rows.length < 2
                ? Double.NaN
                : new PearsonsCorrelation().correlation(compared(one, rows), compared(other, rows));
    }

    private boolean isThere(int column, int row) {
        return !Double.isNaN(values.get(column)[row]);
    }

    private double[] compared(int column, int[] rows) {
        // Fewer values rank otherwise.
        return isOfRanks && rows.length < there(column)
                ? ranks(at(values.get(column), rows))
                : at(whole.get(column), rows);
    }

    private long there(int column) {
        return Arrays.stream(values.get(column)).filter(value -> !Double.isNaN(value)).count();
    }

    private static double[] at(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static double[] ranks(double[] values) {
        return Ranks.of(DoubleColumn.create("", values)).asDoubleArray();
    }
}
