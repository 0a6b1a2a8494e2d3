/**
 * Rows cut into parts to learn from and to judge by, again and again: scikit-learn's splitters, by their names. Imports {@code
 * himalia.model}, {@code himalia.table}, {@code himalia.display} and Tablesaw.
 */
@NullMarked
package himalia.evaluation.folds;

import org.jspecify.annotations.NullMarked;
