package himalia.display.grid;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A source made of column names and a way to get at a cell.
 *
 * @param name what the grid is called
 * @param names the columns' names
 * @param types the columns' types, as many
 * @param rows how many rows there are
 * @param cells gives the value at a row and a column
 * @param holes whether a row ends before a column, or lacks it
 */
record Rows(
        String name,
        List<String> names,
        List<String> types,
        RowCount rows,
        BiFunction<Integer, Integer, @Nullable Object> cells,
        BiPredicate<Integer, Integer> holes)
        implements GridSource {
    /** Makes rows of which each has all columns. */
    Rows(
            String name,
            List<String> names,
            List<String> types,
            RowCount rows,
            BiFunction<Integer, Integer, @Nullable Object> cells) {
        this(name, names, types, rows, cells, (row, column) -> false);
    }

    @Override
    public boolean leavesBlank(long row, int column) {
        return holes.test((int) row, column);
    }

    @Override
    public int columns() {
        return names.size();
    }

    @Override
    public String columnName(int column) {
        return names.get(column);
    }

    @Override
    public String typeName(int column) {
        return types.get(column);
    }

    @Override
    public @Nullable Object cell(long row, int column) {
        return cells.apply((int) row, column);
    }
}
