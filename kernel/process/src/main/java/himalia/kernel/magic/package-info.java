/**
 * Finds magics in a cell and turns them into Java expressions; completes them, and reads what jars say of theirs. Imports
 * {@code himalia.kernel.java}, {@code .help}, {@code .cells}, {@code .classpath}, {@code .protocol.json} {@code himalia.magics.spi} and {@code
 * himalia.display.bundle}.
 */
@NullMarked
package himalia.kernel.magic;

import org.jspecify.annotations.NullMarked;
