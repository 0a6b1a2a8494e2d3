package himalia.kernel.cells;

/** The source of a cell's class as it grows, and where its lines come from. */
final class CellText {
    private final StringBuilder text = new StringBuilder();
    private final Lines lines = new Lines();
    private int line = 1;

    /** Adds a line of ours. */
    CellText own(String code) {
        return append(code).append("\n");
    }

    /** Adds text of the user between two words of ours, and ends the line. */
    CellText user(String before, String code, String after, Site site) {
        int from = line;
        append(before).append(code);
        lines.add(from, line, site);
        // A comment may end the user's text.
        return append("\n").append(after).append("\n");
    }

    private CellText append(String code) {
        text.append(code);
        for (int i = 0; i < code.length(); i++) {
            line += code.charAt(i) == '\n' ? 1 : 0;
        }
        return this;
    }

    int line() {
        return line;
    }

    Lines lines() {
        return lines;
    }

    String source() {
        return text.toString();
    }
}
