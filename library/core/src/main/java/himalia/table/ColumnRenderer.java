package himalia.table;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.grid.Grid;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Shows a column alone as its table would.
 *
 * <pre>{@code
 * train.column("age")
 * }</pre>
 */
@SuppressWarnings("rawtypes") // A renderer names a class, and no class has type arguments.
public final class ColumnRenderer implements Renderer<Column> {
    @Override
    public Class<Column> type() {
        return Column.class;
    }

    @Override
    public MimeBundle render(Column column) {
        return Grid.of(new TableSource(Table.create("", column))).bundle();
    }
}
