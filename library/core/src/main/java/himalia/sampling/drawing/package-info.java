/**
 * Draws rows from a table or a stream, tells what they say of all, and what they leave out. Imports {@code
 * himalia.table}, {@code himalia.display} and Commons Math.
 */
@NullMarked
package himalia.sampling.drawing;

import org.jspecify.annotations.NullMarked;
