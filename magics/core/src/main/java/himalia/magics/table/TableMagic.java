package himalia.magics.table;

import himalia.display.bundle.Displayable;
import himalia.display.grid.GridOptions;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import himalia.magics.spi.ValuesFrom;
import himalia.table.TableView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;
import tech.tablesaw.selection.Selection;

/** Shows a table as one wants to see it. */
@Command(
        name = "table",
        description = "Shows a table in the size, order and dress that is asked for.",
        footer = "Example: %%table train --sort -age --rows 10 --heat age --bars income")
public final class TableMagic implements LineMagic<Displayable> {
    @Parameters(index = "0", paramLabel = "TABLE", description = "The table; it stays as it is.")
    private Table table = Table.create();

    @Option(names = "--rows", description = "Shows at most so many rows: the first and the last.")
    private int rows = GridOptions.DEFAULT.rows();

    @Option(names = "--columns", description = "Shows at most so many columns.")
    private int columns = GridOptions.DEFAULT.columns();

    @Option(names = "--precision", description = "Decimals of all fractional numbers.")
    private int precision = GridOptions.AUTOMATIC;

    @Option(
            names = "--sort",
            split = ",",
            description = "Columns to sort by, with - before one from the most to the least.")
    @ValuesFrom(TableColumns.class)
    private String[] sort = {};

    @Option(
            names = "--where",
            description = "Which rows: {train.intColumn(\"age\").isGreaterThan(30)}.")
    private @Nullable Selection where;

    @Option(names = "--heat", split = ",", description = "Columns with a ground by value.")
    @ValuesFrom(TableColumns.class)
    private String[] heat = {};

    @Option(names = "--bars", split = ",", description = "Columns with a bar under each value.")
    @ValuesFrom(TableColumns.class)
    private String[] bars = {};

    @Option(
            names = "--interactive",
            description = "A table to sort, filter and page through in the notebook.")
    private boolean interactive;

    @Option(names = "--summary", description = "What is in each column instead of the rows.")
    private boolean summary;

    @Override
    public Displayable run(Notebook notebook) {
        if (summary) {
            AboutRows.refuse(interactive, where != null, sort, heat, bars);
            return TableView.summary(table);
        }
        var view = TableView.of(table).rows(rows).columns(columns).precision(precision);
        view = where == null ? view : view.where(where);
        view = sort.length == 0 ? view : view.sort(sort);
        view = view.heat(heat).bars(bars);
        return interactive ? view.interactive() : view;
    }

    @Override
    public Optional<String> java(JavaText java) {
        var view = java.type(TableView.class);
        if (summary) {
            AboutRows.refuse(interactive, where != null, sort, heat, bars);
            return Optional.of(view + ".summary(" + java.of(table) + ")");
        }
        return Optional.of(
                view
                        + (".of(" + java.of(table) + ")")
                        + call(rows != GridOptions.DEFAULT.rows(), "rows", java.of(rows))
                        + call(
                                columns != GridOptions.DEFAULT.columns(),
                                "columns",
                                java.of(columns))
                        + call(precision != GridOptions.AUTOMATIC, "precision", java.of(precision))
                        + call(where != null, "where", java.of(where))
                        + call(sort.length > 0, "sort", java.list((Object[]) sort))
                        + call(heat.length > 0, "heat", java.list((Object[]) heat))
                        + call(bars.length > 0, "bars", java.list((Object[]) bars))
                        + call(interactive, "interactive", ""));
    }

    private static String call(boolean asked, String method, String arguments) {
        return asked ? "." + method + "(" + arguments + ")" : "";
    }
}
