package himalia.table;

import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** Of rows that are equal the first. What is missing equals what is missing, which Tablesaw says of whole numbers alone. */
final class DistinctRows {
    private DistinctRows() {}

    static Table kept(Table table, List<String> names) {
        if (table.isEmpty()) {
            return table.copy();
        }
        var rows = RowGroups.of(table, NamedColumns.of(table, names));
        var seen = new boolean[rows.keys().rowCount()];
        return Tables.rows(
                table,
                IntStream.range(0, table.rowCount())
                        .filter(row -> !seen[rows.groups()[row]])
                        .peek(row -> seen[rows.groups()[row]] = true)
                        .toArray());
    }
}
