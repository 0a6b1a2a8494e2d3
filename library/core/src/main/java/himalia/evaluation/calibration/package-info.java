/**
 * Makes probabilities of what a classifier says that are what they say. Imports {@code himalia.evaluation}, {@code
 * himalia.model}, Tablesaw and Commons Math.
 */
@NullMarked
package himalia.evaluation.calibration;

import org.jspecify.annotations.NullMarked;
