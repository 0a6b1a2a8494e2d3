/**
 * What must hold: checks for notebook cells, and expectations on tables. Imports Tablesaw and nothing else of ours yet.
 */
@NullMarked
package himalia.datatests;

import org.jspecify.annotations.NullMarked;
