/**
 * Makes probabilities of what a classifier says that are what they say. Imports {@code himalia.evaluation.folds}, {@code
 * himalia.evaluation.validation}, {@code himalia.model}, {@code himalia.display}, Tablesaw and Commons Math.
 */
@NullMarked
package himalia.evaluation.calibration;

import org.jspecify.annotations.NullMarked;
