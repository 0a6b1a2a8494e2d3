/** Magics of {@code himalia.online}. Imports that, {@code himalia.features}, {@code himalia.model}, {@code himalia.magics.spi} and picocli. */
@NullMarked
package himalia.magics.online;

import org.jspecify.annotations.NullMarked;
