/**
 * Magics of {@code himalia.experiments}. Imports that, {@code himalia.model}, {@code himalia.training}, {@code
 * himalia.magics.spi} and picocli.
 */
@NullMarked
package himalia.magics.experiments;

import org.jspecify.annotations.NullMarked;
