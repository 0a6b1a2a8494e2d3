/**
 * The catalog: finds a magic by its name, binds the words of a line to its options, says what is wrong with them. Imports
 * {@code himalia.magics.spi}, {@code himalia.display.bundle} and picocli.
 */
@NullMarked
package himalia.magics;

import org.jspecify.annotations.NullMarked;
