/** Magics of {@code himalia.storage}. Imports that, {@code himalia.cluster}, {@code himalia.magics.spi} and picocli. */
@NullMarked
package himalia.magics.storage;

import org.jspecify.annotations.NullMarked;
