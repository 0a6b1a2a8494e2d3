package himalia.table;

import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

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
        var columns = table.columns();
        return Table.create(
                table.name(),
                EachColumn.<Column<?>>of(
                        columns.size(), rows.length, i -> some(columns.get(i), rows)));
    }

    private static Column<?> some(Column<?> column, int[] rows) {
        return column instanceof DoubleColumn numbers
                ? ColumnArrays.some(numbers, rows)
                : column.subset(rows);
    }
}
