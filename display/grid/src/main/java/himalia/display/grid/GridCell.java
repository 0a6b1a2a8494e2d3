package himalia.display.grid;

/**
 * One value as it is shown.
 *
 * @param text what is shown
 * @param whole the whole value, where {@code text} is cut; else the same
 * @param kind how it is set
 */
record GridCell(String text, String whole, Kind kind) {
    enum Kind {
        NUMBER,
        TEXT,
        /** No value: muted. */
        NULL
    }

    static final GridCell NULL = new GridCell("null", "null", Kind.NULL);

    static final GridCell BLANK = new GridCell("", "", Kind.NULL);

    static GridCell number(String text) {
        return new GridCell(text, text, Kind.NUMBER);
    }

    boolean isCut() {
        return !text.equals(whole);
    }
}
