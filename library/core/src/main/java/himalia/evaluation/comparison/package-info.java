/**
 * Whether one model is better than another, or chance: the tests, and what may be said after them. Imports {@code
 * himalia.evaluation}, {@code himalia.evaluation.folds}, {@code
 * himalia.evaluation.validation}, {@code himalia.model}, {@code himalia.display}, Tablesaw and Commons Math.
 */
@NullMarked
package himalia.evaluation.comparison;

import org.jspecify.annotations.NullMarked;
