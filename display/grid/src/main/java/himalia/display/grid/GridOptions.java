package himalia.display.grid;

import java.util.HashMap;
import java.util.Map;

/**
 * How much of a grid is shown, and how exactly.
 *
 * @param rows the most rows shown; of a longer grid, the first and the last
 * @param columns the most columns shown; of a wider grid, the first and the last
 * @param precision decimals of all fractional numbers, or {@link #AUTOMATIC} to choose them column by column
 * @param cellWidth the most characters shown of one value
 * @param emphasis the numeric columns whose values are seen at a glance, by name; in HTML only
 */
public record GridOptions(
        int rows, int columns, int precision, int cellWidth, Map<String, Emphasis> emphasis) {
    /** Lets each column choose its decimals from what it shows. */
    public static final int AUTOMATIC = Integer.MIN_VALUE;

    /** What fits a screen. */
    public static final GridOptions DEFAULT = new GridOptions(20, 20, AUTOMATIC, 50, Map.of());

    public GridOptions {
        atLeast("rows", rows, 1);
        atLeast("columns", columns, 1);
        atLeast("precision", precision == AUTOMATIC ? 0 : precision, 0);
        atLeast("cellWidth", cellWidth, 4);
        emphasis = Map.copyOf(emphasis);
    }

    public GridOptions rows(int most) {
        return new GridOptions(most, columns, precision, cellWidth, emphasis);
    }

    public GridOptions columns(int most) {
        return new GridOptions(rows, most, precision, cellWidth, emphasis);
    }

    public GridOptions precision(int decimals) {
        return new GridOptions(rows, columns, decimals, cellWidth, emphasis);
    }

    /** Shows how large the values of some columns are; unknown names are of no column, and do nothing. */
    public GridOptions emphasis(Emphasis how, String... names) {
        var all = new HashMap<>(emphasis);
        for (var name : names) {
            all.put(name, how);
        }
        return new GridOptions(rows, columns, precision, cellWidth, all);
    }

    private static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    name + " must be at least " + least + ", got " + value);
        }
    }
}
