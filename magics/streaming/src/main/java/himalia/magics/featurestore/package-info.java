/** Magics of {@code himalia.featurestore}. Imports that, {@code himalia.magics.spi}, Tablesaw and picocli. */
@NullMarked
package himalia.magics.featurestore;

import org.jspecify.annotations.NullMarked;
