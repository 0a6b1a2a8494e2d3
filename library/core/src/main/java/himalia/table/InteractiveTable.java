package himalia.table;

import himalia.display.bundle.Escape;
import himalia.display.grid.Grid;
import himalia.display.grid.GridSource;
import himalia.display.widget.Dropdown;
import himalia.display.widget.HBox;
import himalia.display.widget.Label;
import himalia.display.widget.Text;
import himalia.display.widget.VBox;
import himalia.display.widget.Widget;
import himalia.display.widget.WidgetModel;
import himalia.table.RowFilter.Comparison;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table that a person sorts, filters and pages through in the notebook.
 *
 * <pre>{@code
 * var picked = TableView.of(train).interactive();
 * display(picked);                        // rows are picked by hand; then, in a later cell:
 * Table young = picked.rows();
 * }</pre>
 *
 * <p>The notebook holds one page of rows and no more: the table stays where it is, and is read anew with every move.
 */
public final class InteractiveTable implements Widget {
    /** Front ends style tables by these classes, which inside a widget nobody else gives. */
    private static final String STYLED =
            "<div class=\"jp-RenderedHTMLCommon jp-RenderedHTML rendered_html\""
                    + " style=\"width:fit-content;max-width:100%%\">%s</div>";

    private static final String TROUBLE = "<span style=\"color:#c62828\">%s</span>";

    private final TableView view;
    private final Dropdown<Optional<String>> order;
    private final Dropdown<String> direction = Dropdown.of("", List.of("ascending", "descending"));
    private final Dropdown<List<String>> columns;
    private final Dropdown<Comparison> comparison = Dropdown.of("", List.of(Comparison.values()));
    private final Text value =
            Text.of("", "").continuousUpdate(false).placeholder("value, then Enter");
    private final Label page = Label.html("");
    private final Label trouble = Label.html("");
    private final Pager pager;
    private final VBox all;

    private Optional<ChosenRows> chosen;
    private List<Column<?>> tableColumns;
    private int tableRows;
    private boolean renewing;

    /** What is wrong with what is asked for now; then the rows are those that were asked for before. */
    private String refusal = "";

    private Grid shown;

    InteractiveTable(TableView view) {
        this.view = view;
        chosen = view.chosen();
        tableRows = view.table().rowCount();
        tableColumns = List.copyOf(view.table().columns());
        order = Dropdown.of("sort by", orders());
        columns = Dropdown.of("where", filters());
        pager = new Pager(view.options().rows(), this::turn);
        order.width("18em");
        direction.width("8em");
        columns.width("18em");
        comparison.width("8em");
        value.width("14em");
        order.onChange(any -> ask());
        direction.onChange(any -> ask());
        columns.onChange(any -> ask());
        comparison.onChange(any -> ask());
        value.onChange(any -> ask());
        shown = read();
        all =
                VBox.of(
                        HBox.of(order, direction, columns, comparison, value),
                        trouble,
                        page,
                        pager.controls());
    }

    private Map<String, Optional<String>> orders() {
        var choices = new LinkedHashMap<String, Optional<String>>();
        choices.put("(as they stand)", Optional.empty());
        view.table().columnNames().forEach(name -> choices.putIfAbsent(name, Optional.of(name)));
        return choices;
    }

    private Map<String, List<String>> filters() {
        var choices = new LinkedHashMap<String, List<String>>();
        choices.put("(all rows)", List.of());
        var texts =
                view.table().columnsOfType(ColumnType.STRING).stream().map(Column::name).toList();
        if (texts.size() > 1) {
            choices.put("(any text)", texts);
        }
        view.table().columnNames().forEach(name -> choices.putIfAbsent(name, List.of(name)));
        return choices;
    }

    /**
     * Returns the rows that are asked for now, in the order in which they are shown, as a table of their own.
     *
     * @throws IllegalArgumentException if a column has been taken away, or holds no such value as was typed
     */
    public synchronized Table rows() {
        choose();
        return chosen.map(rows -> rows.copy(view.table())).orElseGet(view.table()::copy);
    }

    /** Finds out which rows are asked for now, and shows their first page. */
    private synchronized void ask() {
        if (renewing) {
            return;
        }
        attempt(
                () -> {
                    var gone = renew();
                    choose();
                    pager.first();
                    return gone;
                });
    }

    /** Shows the page where the pager stands; the table may have changed since the last one. */
    private synchronized void turn() {
        attempt(
                () -> {
                    boolean same = sameColumns() && view.table().rowCount() == tableRows;
                    var gone = renew();
                    if (!same) {
                        choose();
                    }
                    return gone;
                });
    }

    private boolean sameColumns() {
        var now = view.table().columns();
        return now.size() == tableColumns.size()
                && IntStream.range(0, now.size()).allMatch(i -> now.get(i) == tableColumns.get(i));
    }

    /** Has the lists name the columns that there are now, and tells of those that were chosen and are gone. */
    private String renew() {
        if (sameColumns()) {
            return "";
        }
        tableColumns = List.copyOf(view.table().columns());
        var gone = new TreeSet<String>();
        var sorted = order.value();
        var filtered = columns.value();
        renewing = true;
        try {
            order.options(orders());
            columns.options(filters());
        } finally {
            renewing = false;
        }
        if (order.value().isEmpty()) {
            sorted.ifPresent(gone::add);
        }
        if (columns.value().isEmpty()) {
            gone.addAll(filtered);
        }
        return gone.isEmpty()
                ? ""
                : "no column '%s' any more; nothing is asked of it now"
                        .formatted(String.join("', '", gone));
    }

    private void attempt(Supplier<String> change) {
        try {
            var told = change.get();
            shown = read();
            tell(told.isEmpty() ? refusal : told);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            refusal = e.getMessage() + "; the rows are those that were asked for before";
            tell(refusal);
        }
    }

    private void tell(String words) {
        trouble.set(words.isEmpty() ? "" : TROUBLE.formatted(Escape.html(words)));
    }

    private void choose() {
        int all = view.table().rowCount();
        chosen =
                new RowQuery(
                                order.value(),
                                direction.value().equals("descending"),
                                columns.value(),
                                comparison.value(),
                                value.value())
                        .of(view);
        refusal = "";
        tableRows = all;
    }

    private Grid read() {
        var table = new TableSource(view.table());
        int rows = chosen.map(ChosenRows::size).orElse(tableRows);
        int size = pager.clamp(rows);
        GridSource all = chosen.isPresent() ? chosen.get().of(table) : table;
        var grid =
                new Grid(
                        new PageSource(all, pager.from(), size),
                        view.options().rows(Math.max(1, size)));
        page.set(STYLED.formatted(grid.html()));
        pager.tell(tableRows);
        return grid;
    }

    @Override
    public WidgetModel model() {
        return all.model();
    }

    @Override
    public String html() {
        return page.value() + pager.place();
    }

    @Override
    public synchronized String toString() {
        return shown.text() + "\n" + pager.place();
    }
}
