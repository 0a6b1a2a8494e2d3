/**
 * How good a grouping of rows is, by known classes or by the rows themselves. Imports {@code himalia.model}, {@code himalia.table}, {@code himalia.display}, commons-math
 * and Tablesaw.
 */
@NullMarked
package himalia.evaluation.clustering;

import org.jspecify.annotations.NullMarked;
