/**
 * Whether probabilities are what they say, and how they are made so. Imports {@code himalia.evaluation.folds}, {@code
 * himalia.model}, {@code himalia.table}, {@code himalia.display} and Tablesaw.
 */
@NullMarked
package himalia.evaluation.calibration;

import org.jspecify.annotations.NullMarked;
