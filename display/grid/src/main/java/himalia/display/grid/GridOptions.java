package himalia.display.grid;

/**
 * How much of a grid is shown, and how exactly.
 *
 * @param rows the most rows shown; of a longer grid, the first and the last
 * @param columns the most columns shown; of a wider grid, the first and the last
 * @param precision decimals of all fractional numbers, or {@link #AUTOMATIC} to choose them column by column
 * @param cellWidth the most characters shown of one value
 */
public record GridOptions(int rows, int columns, int precision, int cellWidth) {
    /** Lets each column choose its decimals from what it shows. */
    public static final int AUTOMATIC = -1;

    /** What fits a screen. */
    public static final GridOptions DEFAULT = new GridOptions(20, 20, AUTOMATIC, 50);

    public GridOptions {
        atLeast("rows", rows, 1);
        atLeast("columns", columns, 1);
        atLeast("precision", precision, AUTOMATIC);
        atLeast("cellWidth", cellWidth, 4);
    }

    public GridOptions rows(int most) {
        return new GridOptions(most, columns, precision, cellWidth);
    }

    public GridOptions columns(int most) {
        return new GridOptions(rows, most, precision, cellWidth);
    }

    public GridOptions precision(int decimals) {
        return new GridOptions(rows, columns, decimals, cellWidth);
    }

    private static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    name + " must be at least " + least + ", got " + value);
        }
    }
}
