package himalia.display.grid;

/**
 * One value as it is shown.
 *
 * @param text what is shown
 * @param whole the whole value, where {@code text} is cut; else the same
 * @param kind how it is set
 */
record Cell(String text, String whole, Kind kind) {
    enum Kind {
        NUMBER,
        TEXT,
        /** No value: muted. */
        NULL
    }

    static final Cell NULL = new Cell("null", "null", Kind.NULL);

    static Cell number(String text) {
        return new Cell(text, text, Kind.NUMBER);
    }

    boolean isCut() {
        return !text.equals(whole);
    }
}
