/**
 * What others have to know of a model before they use it. Imports {@code himalia.evaluation}, {@code himalia.evaluation.slices}, {@code himalia.model}, {@code
 * himalia.table}, {@code himalia.display} and Tablesaw.
 */
@NullMarked
package himalia.evaluation.card;

import org.jspecify.annotations.NullMarked;
