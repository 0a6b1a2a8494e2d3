package himalia.table;

import himalia.display.bundle.Displayable;
import himalia.display.bundle.MimeBundle;
import himalia.display.grid.Grid;
import himalia.display.grid.GridOptions;
import tech.tablesaw.api.Table;

/**
 * A table shown in another size or precision than usual.
 *
 * <pre>{@code
 * TableView.of(train).rows(50).precision(2)
 * TableView.of(train.sortDescendingOn("age")).columns(8)
 * TableView.summary(train)
 * }</pre>
 *
 * @param table read, never copied
 * @param options how much of it is shown
 */
public record TableView(Table table, GridOptions options) implements Displayable {
    public static TableView of(Table table) {
        return new TableView(table, GridOptions.DEFAULT);
    }

    /** Returns a table with a row for each column: its type, what is missing, what is in it. */
    public static Grid summary(Table table) {
        return new Grid(TableSummary.of(table), GridOptions.DEFAULT.rows(200));
    }

    /** Shows at most so many rows: of a longer table, the first and the last. */
    public TableView rows(int most) {
        return new TableView(table, options.rows(most));
    }

    /** Shows at most so many columns: of a wider table, the first and the last. */
    public TableView columns(int most) {
        return new TableView(table, options.columns(most));
    }

    /** Shows fractional numbers with so many decimals. */
    public TableView precision(int decimals) {
        return new TableView(table, options.precision(decimals));
    }

    @Override
    public MimeBundle bundle() {
        return new Grid(new TableSource(table), options).bundle();
    }

    @Override
    public String toString() {
        return bundle().text();
    }
}
