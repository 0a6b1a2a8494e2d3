package himalia.kernel.cells;

/**
 * A line of a cell.
 *
 * @param text names the text of the cell, as {@code Places} gave it out
 * @param line counted from 1
 */
public record Site(String text, int line) {}
