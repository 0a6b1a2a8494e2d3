package himalia.features;

import himalia.display.bundle.Amount;
import himalia.display.bundle.InterruptCheck;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The rows of each group in the order of a column. */
final class RowSequence {
    private RowSequence() {}

    /** Returns the rows of each group, in order; equal ones stay as they stood. */
    static List<int[]> of(Table table, String order, List<String> groups) {
        var column = Tables.column(table, order);
        int missing = Tables.countMissing(column);
        if (missing > 0) {
            throw new IllegalArgumentException(
                    "column '%s' is missing in %s, which %s no place in its order; drop %s with Tables.dropMissing(table, \"%s\")"
                            .formatted(
                                    order,
                                    Amount.of(missing, "row"),
                                    missing == 1 ? "has" : "have",
                                    missing == 1 ? "it" : "them",
                                    order));
        }
        var comparator = column.rowComparator();
        Map<List<String>, List<Integer>> rows = new LinkedHashMap<>();
        var keys = groups.stream().map(name -> Tables.column(table, name)).toList();
        var interrupt = new InterruptCheck();
        for (int row = 0; row < table.rowCount(); row++) {
            interrupt.ask();
            var key = new ArrayList<String>();
            for (var each : keys) {
                key.add(Tables.isMissing(each, row) ? "" : Tables.level(each, row));
            }
            rows.computeIfAbsent(key, none -> new ArrayList<>()).add(row);
        }
        return rows.values().stream()
                .map(
                        group ->
                                group.stream()
                                        .sorted(comparator::compare)
                                        .mapToInt(Integer::intValue)
                                        .toArray())
                .toList();
    }

    /** Returns the numbers that stand in it; a missing one is NaN. */
    static double[] numbers(Table table, String name, String who) {
        var column = Tables.column(table, name);
        if (column instanceof NumericColumn<?> numbers) {
            return Tables.doubles(numbers);
        }
        throw new IllegalArgumentException(
                "column '%s' holds %s, and %s takes numbers%s"
                        .formatted(
                                name,
                                Tables.kind(column),
                                who,
                                column instanceof StringColumn ? Columns.OF_TEXTS : ""));
    }

    /** Writes the same order in SQL. */
    static String over(String order, List<String> groups, String frame) {
        var by = groups.stream().map(SqlText::name).toList();
        return "OVER (%sORDER BY %s%s)"
                .formatted(
                        by.isEmpty() ? "" : "PARTITION BY " + String.join(", ", by) + " ",
                        SqlText.name(order),
                        frame);
    }

    /** Returns a table with columns at its end, whose names are told by what was wanted. */
    static Table with(Table table, Map<String, double[]> columns) {
        var done = Table.create(table.name());
        table.columns().forEach(column -> done.addColumns(column.copy()));
        var taken = NewColumns.of(table, List.of(), List.of());
        columns.forEach(
                (name, values) -> done.addColumns(DoubleColumn.create(taken.add(name), values)));
        return done;
    }
}
