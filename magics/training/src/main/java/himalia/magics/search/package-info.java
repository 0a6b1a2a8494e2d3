/** Magics of {@code himalia.search}. Imports that, {@code himalia.model}, {@code himalia.magics.training}, {@code himalia.magics.spi} and picocli. */
@NullMarked
package himalia.magics.search;

import org.jspecify.annotations.NullMarked;
