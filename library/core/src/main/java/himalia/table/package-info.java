/** Tables in memory, as matrices and back, and how they look. Imports {@code himalia.display} and Tablesaw. */
@NullMarked
package himalia.table;

import org.jspecify.annotations.NullMarked;
