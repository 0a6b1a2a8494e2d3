/**
 * Finds magics in a cell and turns them into Java expressions; completes them. Imports {@code himalia.kernel.java}.
 */
@NullMarked
package himalia.kernel.magic;

import org.jspecify.annotations.NullMarked;
