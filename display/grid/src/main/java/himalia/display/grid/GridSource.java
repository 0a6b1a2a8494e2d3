package himalia.display.grid;

import org.jspecify.annotations.Nullable;

/**
 * Rows and columns that can be shown, wherever they live.
 *
 * <p>Only the cells that fit a screen are ever asked for, so a source of ten million rows costs no more than one of
 * ten.
 */
public interface GridSource {
    /** Returns what the grid is called; may be empty. */
    String name();

    RowCount rows();

    int columns();

    String columnName(int column);

    /** Returns the type as people write it, {@code int} or {@code String?}; empty if it is not known. */
    String typeName(int column);

    /** Returns one value; {@code null} where there is none. */
    @Nullable Object cell(long row, int column);

    /** Returns whether its size is told also where nothing is cut; a small table within something else need not. */
    default boolean tellsSize() {
        return true;
    }

    /** Returns whether a cell without a value stays blank, and does not say {@code null}: there can be none. */
    default boolean leavesBlank(long row, int column) {
        return false;
    }

    /** Returns how many rows there are, in words. */
    default String rowsInWords() {
        return rows().toString();
    }

    /** Returns what stands at the left of a row: its number, unless the source knows better. */
    default String rowName(long row) {
        return Long.toString(row);
    }
}
