package himalia.table;

import tech.tablesaw.api.Table;

/** Rows of a table by their numbers. */
final class NumberedRows {
    private NumberedRows() {}

    static Table of(Table table, int[] rows) {
        int count = table.rowCount();
        for (int row : rows) {
            if (row < 0 || row >= count) {
                throw new IllegalArgumentException(
                        count == 0
                                ? "no row %d: the table%s has none"
                                        .formatted(row, Tables.named(table))
                                : "no row %d: the table%s has the rows 0 to %d"
                                        .formatted(row, Tables.named(table), count - 1));
            }
        }
        var chosen = Table.create(table.name());
        for (var column : table.columns()) {
            chosen.addColumns(column.subset(rows));
        }
        return chosen;
    }
}
