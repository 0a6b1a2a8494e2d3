/** Rows and columns as text and as HTML, cut to a screen. Imports the JDK and {@code himalia.display.bundle}. */
@NullMarked
package himalia.display.grid;

import org.jspecify.annotations.NullMarked;
