package himalia.table;

import himalia.table.RowFilter.Comparison;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Which rows of a table a person asks for, and in which order.
 *
 * @param order the column to sort by
 * @param descending whether the greatest come first
 * @param columns those that are compared: a row fits if one of them does; none is all rows
 * @param comparison how
 * @param value with what, as it was typed; nothing typed is nothing asked
 */
record RowQuery(
        Optional<String> order,
        boolean descending,
        List<String> columns,
        Comparison comparison,
        String value) {
    /**
     * Returns the rows; empty if they are all, as they stand.
     *
     * @throws IllegalArgumentException if a column is gone, or can hold no such value
     */
    Optional<ChosenRows> of(TableView view) {
        var table = view.table();
        var chosen = view.chosen();
        if (!columns.isEmpty() && !(value.isBlank() && comparison.needsValue())) {
            var passes =
                    columns.stream()
                            .map(name -> Tables.column(table, name))
                            .map(column -> RowFilter.of(column, comparison, value))
                            .reduce(IntPredicate::or)
                            .orElseThrow();
            chosen = Optional.of(chosen.orElseGet(() -> ChosenRows.all(table)).only(passes));
        }
        if (order.isPresent()) {
            var rows = chosen.orElseGet(() -> ChosenRows.all(table));
            chosen = Optional.of(rows.sorted(Tables.column(table, order.get()), descending));
        }
        return chosen;
    }
}
