/** Magics of {@code himalia.serving}. Imports that, {@code himalia.model}, {@code himalia.magics.spi} and picocli. */
@NullMarked
package himalia.magics.serving;

import org.jspecify.annotations.NullMarked;
