/**
 * How good a model is on parts of a table: slices by columns, the worst ones found, and orders that turn around within them. Imports {@code himalia.evaluation}, {@code
 * himalia.evaluation.comparison}, {@code himalia.model}, {@code himalia.table}, {@code himalia.display} and Tablesaw.
 */
@NullMarked
package himalia.evaluation.slices;

import org.jspecify.annotations.NullMarked;
