/** Runs the user's classes, captures what they print, renders their values. Imports {@code himalia.link}, {@code himalia.display.bundle}, {@code himalia.magics.spi} and ASM. */
@NullMarked
package himalia.worker;

import org.jspecify.annotations.NullMarked;
