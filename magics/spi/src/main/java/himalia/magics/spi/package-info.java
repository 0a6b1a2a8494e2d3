/**
 * All that a magic sees of the notebook, and all that the notebook sees of a magic. Imports the JDK and {@code
 * himalia.display.bundle} only.
 */
@NullMarked
package himalia.magics.spi;

import org.jspecify.annotations.NullMarked;
