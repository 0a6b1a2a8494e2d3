package himalia.features;

import himalia.display.bundle.Amount;
import himalia.model.Provenance;
import himalia.model.UnfitCell;
import himalia.table.EachColumn;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** What all steps share that learn a rule from each column of numbers. */
final class NumberColumns {
    private NumberColumns() {}

    /**
     * Learns a rule from each column.
     *
     * @param learn makes one of a column's name and its numbers, none of them missing
     */
    static FittedStep fit(
            Step step,
            Table features,
            List<String> columns,
            BiFunction<String, double[], ColumnRule> learn) {
        var chosen = Columns.chosen(features, columns, Columns::areNumbers, step.name(), "numbers");
        var rules =
                EachColumn.of(
                        chosen.size(),
                        features.rowCount(),
                        i -> {
                            var name = chosen.get(i).name();
                            return learn.apply(name, present(features, name, step.name()));
                        });
        return new FittedRules(step, chosen, rules, Provenance.of(features));
    }

    /** Refuses what nothing can be computed of, in rows to learn from and in others. */
    static void refuseInfinite(NumericColumn<?> column, String step) {
        for (int row = 0; row < column.size(); row++) {
            if (Double.isInfinite(column.getDouble(row))) {
                throw new UnfitCell(
                        column.name(),
                        row,
                        "is infinite, and %s takes finite numbers".formatted(step),
                        "column '%s' is infinite in row %d, and %s takes finite numbers; replace it or drop the row"
                                .formatted(column.name(), row, step));
            }
        }
    }

    /** Refuses cells that are missing, for a step that takes none. */
    static void refuseMissing(NumericColumn<?> column, String step) {
        int missing = Tables.countMissing(column);
        for (int row = 0; row < column.size() && missing > 0; row++) {
            if (column.isMissing(row)) {
                throw new UnfitCell(
                        column.name(),
                        row,
                        "is null, and %s takes a number in every row".formatted(step),
                        "column '%1$s' has %2$s, and %3$s takes none; put new SimpleImputer(\"%1$s\") before it, or drop their rows with table.dropWhere(table.column(\"%1$s\").isMissing())"
                                .formatted(
                                        column.name(), Amount.of(missing, "missing value"), step));
            }
        }
    }

    /** Returns the numbers of a column that are there, in the order of the rows. */
    static double[] present(Table features, String name, String step) {
        refuseNoRows(features);
        var column = (NumericColumn<?>) Tables.column(features, name);
        refuseInfinite(column, step);
        var values = Tables.doubles(column);
        int there = 0;
        for (int row = 0; row < values.length; row++) {
            if (!Double.isNaN(values[row])) {
                values[there++] = values[row];
            }
        }
        if (there == 0) {
            throw new IllegalArgumentException(
                    "column '%s' has no value to learn from; leave it out with table.rejectColumns(\"%s\")"
                            .formatted(name, name));
        }
        return there == values.length ? values : Arrays.copyOf(values, there);
    }

    static void refuseNoRows(Table features) {
        if (features.rowCount() == 0) {
            throw new IllegalArgumentException("there are no rows; there is nothing to learn from");
        }
    }

    /** Returns the least and the most. */
    static double[] range(double[] values) {
        double least = values[0];
        double most = values[0];
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return new double[] {least, most};
    }

    static double[] sorted(double[] values) {
        var sorted = values.clone();
        Arrays.parallelSort(sorted);
        return sorted;
    }
}
