package himalia.table;

import himalia.display.grid.GridSource;
import himalia.display.grid.RowCount;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a grid that follow each other.
 *
 * @param whole all of it
 * @param from the first row
 * @param size how many
 */
record PageSource(GridSource whole, int from, int size) implements GridSource {
    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public RowCount rows() {
        return RowCount.of(size);
    }

    @Override
    public boolean tellsSize() {
        return false;
    }

    @Override
    public String rowsInWords() {
        return whole.rowsInWords();
    }

    @Override
    public int columns() {
        return whole.columns();
    }

    @Override
    public String columnName(int column) {
        return whole.columnName(column);
    }

    @Override
    public String typeName(int column) {
        return whole.typeName(column);
    }

    @Override
    public @Nullable Object cell(long row, int column) {
        return whole.cell(from + row, column);
    }

    @Override
    public String rowName(long row) {
        return whole.rowName(from + row);
    }
}
