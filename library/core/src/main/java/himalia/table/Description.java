package himalia.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The numbers of a table in eight numbers each; of a table without numbers, how its values repeat. */
final class Description {
    private static final List<String> OF_NUMBERS =
            List.of("count", "mean", "std", "min", "25%", "50%", "75%", "max");

    private static final List<String> OF_OTHERS = List.of("count", "unique", "top", "freq");

    private Description() {}

    static Table of(Table table) {
        var numbers = table.columns().stream().filter(NumericColumn.class::isInstance).toList();
        var columns = new ArrayList<Column<?>>();
        var names = new ColumnNames(table.columnNames());
        columns.add(
                StringColumn.create(
                        names.add("statistic"), numbers.isEmpty() ? OF_OTHERS : OF_NUMBERS));
        for (var column : numbers.isEmpty() ? table.columns() : numbers) {
            columns.add(
                    column instanceof NumericColumn<?> numeric
                            ? DoubleColumn.create(column.name(), facts(numeric))
                            : StringColumn.create(column.name(), repeats(column)));
        }
        return Table.create(
                table.name() == null ? "" : table.name(), columns.toArray(Column<?>[]::new));
    }

    private static double[] facts(NumericColumn<?> column) {
        var sorted =
                Arrays.stream(column.asDoubleArray())
                        .filter(value -> !Double.isNaN(value))
                        .sorted()
                        .toArray();
        double mean = Arrays.stream(sorted).average().orElse(Double.NaN);
        double squares = Arrays.stream(sorted).map(value -> (value - mean) * (value - mean)).sum();
        // As pandas: of a sample, so one value spreads by no number.
        double spread = sorted.length < 2 ? Double.NaN : Math.sqrt(squares / (sorted.length - 1));
        return new double[] {
            sorted.length,
            mean,
            spread,
            quantile(sorted, 0),
            quantile(sorted, 0.25),
            quantile(sorted, 0.5),
            quantile(sorted, 0.75),
            quantile(sorted, 1)
        };
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : Quantile.of(sorted, share);
    }

    private static List<String> repeats(Column<?> column) {
        int there = column.size() - Tables.countMissing(column);
        var counts = ValueCounts.of(column);
        int missing = there == column.size() ? 0 : 1;
        int unique = counts.rowCount() - missing;
        return List.of(
                Integer.toString(there),
                Integer.toString(unique),
                unique == 0 ? "" : counts.column(0).getString(0),
                unique == 0 ? "" : counts.column(1).getString(0));
    }
}
