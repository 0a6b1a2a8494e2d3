/**
 * Features that mean the same in training and in serving. Imports {@code himalia.model}, {@code himalia.streaming}, {@code himalia.storage},
 * {@code himalia.table}, {@code himalia.serving}, {@code himalia.display}, Tablesaw, Flink, fastutil, Gson and SQLite through JDBC.
 */
@NullMarked
package himalia.featurestore;

import org.jspecify.annotations.NullMarked;
