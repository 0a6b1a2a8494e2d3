/** Magics of {@code himalia.storage}. Imports that, {@code himalia.magics.spi} and picocli. */
@NullMarked
package himalia.magics.storage;

import org.jspecify.annotations.NullMarked;
