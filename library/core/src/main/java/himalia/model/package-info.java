/**
 * What a model, a trainer and predictions are, the schema that joins them to tables, and the file that a model is saved
 * in. Imports {@code himalia.table}, {@code himalia.onnx}, {@code himalia.display}, Tablesaw and Gson.
 */
@NullMarked
package himalia.model;

import org.jspecify.annotations.NullMarked;
