/**
 * Finds what a model could know of the test rows before it is judged by them. Imports {@code himalia.features}, {@code
 * himalia.evaluation}, {@code himalia.model}, {@code himalia.table}, {@code himalia.display}, Tablesaw and Commons Math.
 */
@NullMarked
package himalia.features.leakage;

import org.jspecify.annotations.NullMarked;
