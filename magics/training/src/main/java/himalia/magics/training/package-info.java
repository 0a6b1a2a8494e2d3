/** Magics of {@code himalia.training}. Imports that, {@code himalia.model}, {@code himalia.magics.spi} and picocli. */
@NullMarked
package himalia.magics.training;

import org.jspecify.annotations.NullMarked;
