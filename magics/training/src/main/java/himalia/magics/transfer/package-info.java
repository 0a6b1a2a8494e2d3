/** Magics of {@code himalia.transfer}. Imports that, {@code himalia.magics.spi} and picocli. */
@NullMarked
package himalia.magics.transfer;

import org.jspecify.annotations.NullMarked;
