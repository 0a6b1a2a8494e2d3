package himalia.features;

import himalia.table.Tables;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Whether somebody has moved the rows of a table. */
final class RowOrder {
    private RowOrder() {}

    /**
     * Returns true if the columns that both tables have show it: one holds the same values at other places, and none that
     * differs from row to row is as it was.
     */
    static boolean isChanged(Table before, Table after) {
        boolean isMoved = false;
        for (var column : before.columns()) {
            if (!after.containsColumn(column.name())) {
                continue;
            }
            var old = cells(column);
            var now = cells(Tables.column(after, column.name()));
            if (!old.equals(now)) {
                isMoved |= old.stream().sorted().toList().equals(now.stream().sorted().toList());
            } else if (old.stream().distinct().limit(2).count() == 2) {
                return false;
            }
        }
        return isMoved;
    }

    private static List<String> cells(Column<?> column) {
        return IntStream.range(0, column.size())
                .mapToObj(row -> Tables.isMissing(column, row) ? "" : column.getString(row))
                .toList();
    }
}
