/** Magics of {@code himalia.sampling.augmentation}. Imports that, {@code himalia.magics.spi} and picocli. */
@NullMarked
package himalia.magics.augmentation;

import org.jspecify.annotations.NullMarked;
