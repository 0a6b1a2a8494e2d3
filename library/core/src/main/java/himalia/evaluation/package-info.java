/**
 * How good a model is: splits, metrics, curves and the report that gathers them. Imports {@code himalia.evaluation.folds}, {@code himalia.model}, {@code himalia.table}, {@code
 * himalia.display} and Tablesaw.
 */
@NullMarked
package himalia.evaluation;

import org.jspecify.annotations.NullMarked;
