package himalia.storage;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a CSV file, parted into its cells. A quote opens a cell only where it begins, or behind blanks: the one behind {@code 5"}
 * is an inch.
 *
 * @param cells what stands in it
 * @param open whether its last cell still waits for the quote that ends it
 */
record CsvLine(List<Cell> cells, boolean open) {
    /**
     * One value.
     *
     * @param text without the quotes around it
     * @param quoted whether there were any
     */
    record Cell(String text, boolean quoted) {}

    static CsvLine of(CharSequence line, char separator) {
        var cells = new ArrayList<Cell>();
        var text = new StringBuilder();
        boolean quoted = false;
        boolean open = false;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (open) {
                if (c != '"') {
                    text.append(c);
                } else if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
                    text.append(c);
                    at++;
                } else {
                    open = false;
                }
            } else if (c == separator) {
                cells.add(new Cell(text.toString(), quoted));
                text.setLength(0);
                quoted = false;
            } else if (c == '"' && text.toString().isBlank() && !quoted) {
                text.setLength(0);
                open = true;
                quoted = true;
            } else {
                text.append(c);
            }
        }
        cells.add(new Cell(text.toString(), quoted));
        return new CsvLine(cells, open);
    }
}
