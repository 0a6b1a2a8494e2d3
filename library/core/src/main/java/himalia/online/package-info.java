/**
 * Models on a stream of rows: detectors of drift, test-then-train evaluation, retraining, champion and challenger. Imports {@code
 * himalia.evaluation}, {@code himalia.model}, {@code himalia.table}, {@code himalia.display} and Tablesaw.
 */
@NullMarked
package himalia.online;

import org.jspecify.annotations.NullMarked;
