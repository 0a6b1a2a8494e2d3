/**
 * Why a model says what it says. Imports {@code himalia.evaluation}, {@code himalia.model}, {@code himalia.table}, {@code himalia.display}, commons-math and Tablesaw.
 */
@NullMarked
package himalia.evaluation.explanation;

import org.jspecify.annotations.NullMarked;
