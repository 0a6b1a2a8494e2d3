/**
 * What makes numbers of columns before a model sees them: steps, and the pipeline that joins them with samplers and a
 * trainer. Imports {@code himalia.evaluation}, {@code himalia.evaluation.folds}, {@code himalia.model}, {@code himalia.onnx}, {@code himalia.sampling}, {@code himalia.table} and Tablesaw.
 */
@NullMarked
package himalia.features;

import org.jspecify.annotations.NullMarked;
