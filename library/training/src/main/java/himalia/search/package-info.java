/**
 * Search for good settings: spaces, studies and their files, trials, importance. Imports {@code himalia.parallel}, {@code himalia.training}, {@code
 * himalia.evaluation}, {@code himalia.model}, {@code himalia.table}, {@code himalia.display}, Gson and Tablesaw.
 */
@NullMarked
package himalia.search;

import org.jspecify.annotations.NullMarked;
