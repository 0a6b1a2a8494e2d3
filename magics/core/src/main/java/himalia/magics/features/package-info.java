/** Magics of {@code himalia.features}. Imports that, {@code himalia.magics.spi} and picocli. */
@NullMarked
package himalia.magics.features;

import org.jspecify.annotations.NullMarked;
