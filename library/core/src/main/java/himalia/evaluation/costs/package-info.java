/**
 * What errors cost, and what follows: weights of classes, thresholds, probabilities after sampling. Imports {@code
 * himalia.evaluation}, {@code himalia.model}, {@code himalia.display} and Tablesaw.
 */
@NullMarked
package himalia.evaluation.costs;

import org.jspecify.annotations.NullMarked;
