/** Magics of {@code himalia.evaluation}. Imports that, {@code himalia.magics.spi} and picocli. */
@NullMarked
package himalia.magics.evaluation;

import org.jspecify.annotations.NullMarked;
