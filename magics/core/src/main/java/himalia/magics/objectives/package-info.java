/** Magics of {@code himalia.objectives}. Imports that, {@code himalia.magics.spi} and picocli. */
@NullMarked
package himalia.magics.objectives;

import org.jspecify.annotations.NullMarked;
