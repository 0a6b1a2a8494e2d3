/** Magics about the notebook itself. Imports {@code himalia.magics.spi}, {@code himalia.display} and picocli. */
@NullMarked
package himalia.magics.notebook;

import org.jspecify.annotations.NullMarked;
