/**
 * Transfer learning: a trained network put to another label, and whether that pays. Imports {@code himalia.training}, {@code himalia.evaluation}, {@code
 * himalia.model}, {@code himalia.table}, {@code himalia.display} and Tablesaw.
 */
@NullMarked
package himalia.transfer;

import org.jspecify.annotations.NullMarked;
