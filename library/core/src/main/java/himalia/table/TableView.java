package himalia.table;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Displayable;
import himalia.display.bundle.MimeBundle;
import himalia.display.grid.Emphasis;
import himalia.display.grid.Grid;
import himalia.display.grid.GridOptions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.selection.Selection;

/**
 * A table shown in another size, order or precision than usual.
 *
 * <pre>{@code
 * TableView.of(train).rows(50).precision(2)
 * TableView.of(train).sort("-age", "name").heat("age")
 * TableView.of(train).where(train.intColumn("age").isGreaterThan(30)).bars("income")
 * TableView.of(train).interactive()     // sorted, filtered and paged in the notebook
 * TableView.summary(train)
 * }</pre>
 *
 * @param table read, never copied
 * @param chosen which of its rows, in which order
 * @param options how much of it is shown
 */
public record TableView(Table table, Optional<ChosenRows> chosen, GridOptions options)
        implements Displayable {
    public TableView {
        given(table, "table");
        given(chosen, "chosen");
        given(options, "options");
    }

    public static TableView of(Table table) {
        return new TableView(table, Optional.empty(), GridOptions.DEFAULT);
    }

    /**
     * Shows a list of records or of maps, as {@link Tables#of(Collection, String...)} makes a table of it.
     *
     * @throws IllegalArgumentException if its elements are no rows
     */
    public static TableView of(Collection<?> rows) {
        return of(Tables.of(given(rows, "rows")));
    }

    /** Returns a table with a row for each column: its type, what is missing, what is in it. */
    public static Grid summary(Table table) {
        given(table, "table");
        return new Grid(TableSummary.of(table), GridOptions.DEFAULT.rows(200));
    }

    /** Returns the same of a list of records or of maps. */
    public static Grid summary(Collection<?> rows) {
        return summary(Tables.of(given(rows, "rows")));
    }

    /** Shows at most so many rows: of a longer table, the first and the last. */
    public TableView rows(int most) {
        return new TableView(table, chosen, options.rows(most));
    }

    /** Shows at most so many columns: of a wider table, the first and the last. */
    public TableView columns(int most) {
        return new TableView(table, chosen, options.columns(most));
    }

    /** Shows fractional numbers with so many decimals. */
    public TableView precision(int decimals) {
        return new TableView(table, chosen, options.precision(decimals));
    }

    /**
     * Shows the rows in the order of some columns; a name after {@code -} from the most to the least.
     *
     * @throws IllegalArgumentException if there is no such column, naming the nearest
     */
    public TableView sort(String... columns) {
        return new TableView(table, Optional.of(rows().sorted(table, List.of(columns))), options);
    }

    /** Shows only some of the rows. */
    public TableView where(Selection selection) {
        return new TableView(table, Optional.of(rows().only(selection)), options);
    }

    /**
     * Shows how large the values of columns are by the colour of their ground.
     *
     * @throws IllegalArgumentException if there is no such column, naming the nearest, or it holds no numbers
     */
    public TableView heat(String... columns) {
        return emphasis(Emphasis.HEAT, columns);
    }

    /**
     * Shows how large the values of columns are by bars under them.
     *
     * @throws IllegalArgumentException if there is no such column, naming the nearest, or it holds no numbers
     */
    public TableView bars(String... columns) {
        return emphasis(Emphasis.BARS, columns);
    }

    /**
     * Returns a widget in which a person sorts these rows, filters and pages through them; the table is never copied,
     * and is read anew with every move. Where there are no widgets, the first page shows. Its {@code rows()} are those that
     * were picked.
     */
    public InteractiveTable interactive() {
        return new InteractiveTable(this);
    }

    private TableView emphasis(Emphasis how, String... columns) {
        for (var column : columns) {
            var values = Tables.column(table, column);
            if (!(values instanceof NumericColumn<?>)) {
                throw new IllegalArgumentException(
                        "column '%s' holds %s, and %s show how large numbers are; name a column of numbers"
                                .formatted(
                                        column,
                                        Tables.kind(values),
                                        how == Emphasis.HEAT ? "grounds" : "bars"));
            }
        }
        return new TableView(table, chosen, options.emphasis(how, columns));
    }

    private ChosenRows rows() {
        return chosen.orElseGet(() -> ChosenRows.all(table));
    }

    @Override
    public MimeBundle bundle() {
        var all = new TableSource(table);
        return new Grid(chosen.isPresent() ? chosen.get().of(all) : all, options).bundle();
    }

    @Override
    public String toString() {
        return bundle().text();
    }
}
