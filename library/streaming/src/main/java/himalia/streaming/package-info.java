/**
 * Streams in a notebook: sources, event time, windows and jobs, all of them Apache Flink's. Imports {@code himalia.storage},
 * {@code himalia.table}, {@code himalia.display}, Tablesaw and Flink.
 */
@NullMarked
package himalia.streaming;

import org.jspecify.annotations.NullMarked;
