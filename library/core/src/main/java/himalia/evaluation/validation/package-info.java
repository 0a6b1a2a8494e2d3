/**
 * Models judged by rows that they have not seen, again and again: cross-validation, the choice of a model by it, curves over sizes and
 * settings. Imports {@code himalia.evaluation}, {@code himalia.model}, {@code himalia.table}, {@code himalia.display} and Tablesaw.
 */
@NullMarked
package himalia.evaluation.validation;

import org.jspecify.annotations.NullMarked;
