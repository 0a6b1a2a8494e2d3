package himalia.storage;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Displayable;
import himalia.display.bundle.MimeBundle;
import himalia.table.Tables;
import java.io.IOException;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * How a table's cells lie by row and by column, and what it costs to get at them: measured with its own rows.
 *
 * <pre>{@code
 * TableLayout.of(train)           // draws both, with the times of three accesses
 * TableLayout.of(train).costs()   // the times alone
 * }</pre>
 *
 * <p>Rows are those of a {@link RowStore} in a file, columns those of a {@link ColumnStore} in memory. Of a large table the
 * first rows are measured, as many as take an instant.
 *
 * @param table the table
 * @param measured how many of its rows were measured
 * @param costs of each access
 */
public record TableLayout(Table table, int measured, List<AccessCost> costs)
        implements Displayable {
    /** In cells: more would take longer than a reader waits. */
    private static final int MEASURED = 100_000;

    public TableLayout {
        given(table, "table");
        costs = List.copyOf(given(costs, "costs"));
    }

    /**
     * Measures a table.
     *
     * @throws IllegalArgumentException if it has no rows or no columns
     * @throws IOException if no temporary file can be written, or a column has no name
     */
    public static TableLayout of(Table table) throws IOException {
        if (Tables.given(table).isEmpty() || table.columnCount() == 0) {
            throw new IllegalArgumentException(
                    "%s has %d rows and %d columns, so that there is nothing to look at"
                            .formatted(named(table), table.rowCount(), table.columnCount()));
        }
        NamelessColumns.refuse(table.columnNames(), "where rows lie in a file");
        int most = Math.max(1, MEASURED / table.columnCount());
        var some = table.rowCount() <= most ? table : table.first(most);
        return new TableLayout(table, some.rowCount(), AccessCosts.of(some));
    }

    private static String named(Table table) {
        return table.name() == null || table.name().isBlank()
                ? "the table"
                : "table '%s'".formatted(table.name());
    }

    @Override
    public MimeBundle bundle() {
        var picture = new LayoutPicture(this);
        return MimeBundle.plain(picture.text()).html(picture.html());
    }
}
