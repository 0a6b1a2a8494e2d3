/**
 * What a confusion says where classes are rare: imbalanced-learn's metrics, by their names. Imports {@code himalia.evaluation},
 * {@code himalia.display} and Tablesaw.
 */
@NullMarked
package himalia.evaluation.imbalance;

import org.jspecify.annotations.NullMarked;
