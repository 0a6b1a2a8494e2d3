/** Draws and balances rows. Imports {@code himalia.table}, {@code himalia.model} and charts. */
@NullMarked
package himalia.sampling;

import org.jspecify.annotations.NullMarked;
