/**
 * The same work on a Flink cluster of other machines. Imports {@code himalia.streaming}, {@code himalia.remote}, {@code
 * himalia.featurestore}, {@code himalia.storage}, {@code himalia.training}, {@code himalia.parallel}, {@code himalia.model}, {@code
 * himalia.display}, Tablesaw and Flink.
 */
@NullMarked
package himalia.cluster;

import org.jspecify.annotations.NullMarked;
