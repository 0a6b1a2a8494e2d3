/** Magics of {@code himalia.sampling}. Imports that, {@code himalia.magics.spi} and picocli. */
@NullMarked
package himalia.magics.sampling;

import org.jspecify.annotations.NullMarked;
