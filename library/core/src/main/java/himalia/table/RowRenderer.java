package himalia.table;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.grid.Grid;
import himalia.display.grid.GridSource;
import himalia.display.grid.RowCount;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Row;

/**
 * Shows a row as its table would.
 *
 * <pre>{@code
 * train.row(0)
 * }</pre>
 */
public final class RowRenderer implements Renderer<Row> {
    @Override
    public Class<Row> type() {
        return Row.class;
    }

    @Override
    public MimeBundle render(Row row) {
        if (row.getRowNumber() < 0) {
            return MimeBundle.plain(
                    "rows of a table, before the first one; .next() goes there, and .row(0) of the table gives it");
        }
        return isThere(row)
                ? Grid.of(new OneRow(row)).bundle()
                : MimeBundle.plain(
                        "row %d, which the table has not: rows are counted from 0 to rowCount() - 1"
                                .formatted(row.getRowNumber()));
    }

    /** A row does not tell how many there are. */
    private static boolean isThere(Row row) {
        try {
            row.columnNames().forEach(row::getObject);
            return true;
        } catch (IndexOutOfBoundsException e) {
            return false;
        }
    }

    private record OneRow(Row row) implements GridSource {
        @Override
        public String name() {
            return "";
        }

        @Override
        public RowCount rows() {
            return RowCount.of(1);
        }

        @Override
        public int columns() {
            return row.columnCount();
        }

        @Override
        public String columnName(int column) {
            return row.columnNames().get(column);
        }

        @Override
        public String typeName(int column) {
            return TableSource.typeName(row.getColumnType(columnName(column)));
        }

        @Override
        public @Nullable Object cell(long number, int column) {
            var name = columnName(column);
            var value = row.getObject(name);
            return row.isMissing(name) || value.equals("") ? null : value;
        }

        @Override
        public boolean tellsSize() {
            return false;
        }

        @Override
        public String rowName(long number) {
            return Integer.toString(row.getRowNumber());
        }
    }
}
