package himalia.kernel.cells;

/**
 * The text of a cell, and the class to be made of it.
 *
 * @param code the text, of which all places are offsets
 * @param site names it
 * @param className the full name of the class
 */
record CellSource(String code, String site, String className) {
    /** Returns the line of a place. */
    Site at(int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            line += code.charAt(i) == '\n' ? 1 : 0;
        }
        return new Site(site, line);
    }
}
