package himalia.table;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.grid.Grid;
import tech.tablesaw.api.Table;

/**
 * Shows a table of any size: its first and last rows, its types and its shape.
 *
 * <pre>{@code
 * display(train);
 * display(TableView.of(train).rows(50));   // in another size
 * }</pre>
 */
public final class TableRenderer implements Renderer<Table> {
    @Override
    public Class<Table> type() {
        return Table.class;
    }

    @Override
    public MimeBundle render(Table table) {
        return Grid.of(new TableSource(table)).bundle();
    }
}
