package himalia.display.grid;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of a grid: the one model from which both HTML and text are written, so that they agree.
 *
 * @param name what the grid is called
 * @param rows which rows
 * @param columns which columns, each with its cells
 * @param columnSelection which columns those are
 * @param rowNames what stands at the left of each row
 * @param summary the counts in words; empty where they are not told
 */
record Cut(
        String name,
        Selection rows,
        List<Column> columns,
        Selection columnSelection,
        List<String> rowNames,
        String summary) {

    /**
     * One column as it is shown.
     *
     * @param name its name, cut like a cell
     * @param type its type
     * @param cells one for each shown row
     * @param numeric true if it is set to the right
     * @param magnitudes how large its values are, where that is to be seen
     */
    record Column(
            GridCell name,
            String type,
            List<GridCell> cells,
            boolean numeric,
            @Nullable Magnitudes magnitudes) {}

    static Cut of(GridSource source, GridOptions options) {
        var count = source.rows();
        var rows =
                count.exact()
                        ? Selection.of(count.count(), options.rows())
                        : Selection.head(count.count(), options.rows());
        var columns = Selection.of(source.columns(), options.columns());
        var shown = new ArrayList<Column>();
        for (var column : columns.shown()) {
            shown.add(column(source, (int) column, rows, options));
        }
        var names = new ArrayList<String>();
        for (var row : rows.shown()) {
            names.add(CellText.plain(source.rowName(row), options.cellWidth()).text());
        }
        return new Cut(
                CellText.plain(source.name(), 2 * options.cellWidth()).text(),
                rows,
                shown,
                columns,
                names,
                summary(source, rows, columns));
    }

    boolean hasTypes() {
        return columns.stream().anyMatch(column -> !column.type().isEmpty());
    }

    private static Column column(
            GridSource source, int column, Selection rows, GridOptions options) {
        var values = new ArrayList<@Nullable Object>();
        for (var row : rows.shown()) {
            values.add(source.cell(row, column));
        }
        var numbers = NumberFormat.of(values, options.precision());
        var cells = new ArrayList<GridCell>();
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            cells.add(
                    value == null
                            ? source.leavesBlank(rows.shown()[i], column)
                                    ? GridCell.BLANK
                                    : GridCell.NULL
                            : value instanceof Number number
                                    ? numbers.cell(number, options.cellWidth())
                                    : CellText.of(value, options.cellWidth()));
        }
        var numeric =
                cells.stream().anyMatch(c -> c.kind() == GridCell.Kind.NUMBER)
                        && cells.stream().noneMatch(c -> c.kind() == GridCell.Kind.TEXT);
        var emphasis = options.emphasis().get(source.columnName(column));
        return new Column(
                CellText.plain(source.columnName(column), options.cellWidth()),
                CellText.plain(source.typeName(column), options.cellWidth()).text(),
                cells,
                numeric,
                emphasis == null || !numeric ? null : Magnitudes.of(emphasis, values));
    }

    private static String summary(GridSource source, Selection rows, Selection columns) {
        var all = source.rowsInWords() + " × " + Grouped.of(source.columns(), "column");
        return rows.gap() < 0 && columns.gap() < 0
                ? source.tellsSize() ? all : ""
                : all
                        + " ("
                        + Grouped.of(rows.size())
                        + " × "
                        + Grouped.of(columns.size())
                        + " shown)";
    }
}
