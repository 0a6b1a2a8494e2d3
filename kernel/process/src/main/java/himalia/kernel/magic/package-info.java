/**
 * Finds magics in a cell and turns them into Java expressions; completes them. Imports {@code himalia.kernel.java} and
 * {@code himalia.magics.spi}.
 */
@NullMarked
package himalia.kernel.magic;

import org.jspecify.annotations.NullMarked;
