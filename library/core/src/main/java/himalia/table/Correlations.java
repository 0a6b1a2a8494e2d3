package himalia.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** How columns of numbers go together. */
final class Correlations {
    private Correlations() {}

    static Table pearson(Table table) {
        return of(table, UnaryOperator.identity());
    }

    static Table spearman(Table table) {
        return of(table, values -> Ranks.of(DoubleColumn.create("", values)).asDoubleArray());
    }

    private static Table of(Table table, UnaryOperator<double[]> changed) {
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
        var values = numbers.stream().map(Tables::doubles).toList();
        var names = numbers.stream().map(Column::name).toList();
        var all = new ColumnNames(names);
        var result = Table.create(table.name(), StringColumn.create(all.add("column"), names));
        for (int column = 0; column < names.size(); column++) {
            var each = DoubleColumn.create(names.get(column));
            for (double[] other : values) {
                append(each, of(List.of(other, values.get(column)), changed));
            }
            result.addColumns(each);
        }
        return result;
    }

    private static void append(DoubleColumn column, double value) {
        if (Double.isNaN(value)) {
            column.appendMissing();
        } else {
            column.append(value);
        }
    }

    /** Over the rows that miss neither. */
    private static double of(List<double[]> both, UnaryOperator<double[]> changed) {
        int[] rows =
                IntStream.range(0, both.get(0).length)
                        .filter(
                                row ->
                                        !Double.isNaN(both.get(0)[row])
                                                && !Double.isNaN(both.get(1)[row]))
                        .toArray();
        if (rows.length < 2) {
            return Double.NaN;
        }
        var xs = IntStream.of(rows).mapToDouble(row -> both.get(0)[row]).toArray();
        var ys = IntStream.of(rows).mapToDouble(row -> both.get(1)[row]).toArray();
        return new PearsonsCorrelation().correlation(changed.apply(xs), changed.apply(ys));
    }
}
