/**
 * What a model, a trainer and predictions are, and the schema that joins them to tables. Imports {@code
 * himalia.table}, {@code himalia.display} and Tablesaw.
 */
@NullMarked
package himalia.model;

import org.jspecify.annotations.NullMarked;
