package himalia.kernel.cells;

/**
 * The text of a cell, and the class to be made of it.
 *
 * @param code the text, of which all places are offsets
 * @param site names it
 * @param className the full name of the class
 */
record CellSource(String code, String site, String className) {}
