/** Draws and balances rows. Imports {@code himalia.table} and {@code himalia.model}. */
@NullMarked
package himalia.sampling;

import org.jspecify.annotations.NullMarked;
