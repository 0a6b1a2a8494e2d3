package himalia.kernel.cells;

import java.util.Set;

/**
 * What is known of a stretch of a cell before it is tried, or tried again.
 *
 * @param mentioned the names in the text of the cell
 * @param lacking the keys of earlier declarations that lack something after it too
 * @param unchanged the keys of what it declares in other words than before, and which says the same
 */
record Tried(Set<String> mentioned, Set<String> lacking, Set<String> unchanged) {}
