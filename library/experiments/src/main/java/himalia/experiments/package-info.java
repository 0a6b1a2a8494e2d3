/**
 * Runs with their settings and metrics, kept in one file and compared. Imports {@code himalia.model}, {@code
 * himalia.evaluation}, {@code himalia.display}, Tablesaw and SQLite.
 */
@NullMarked
package himalia.experiments;

import org.jspecify.annotations.NullMarked;
