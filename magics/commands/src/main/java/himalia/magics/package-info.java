/** The catalog that binds a magic's words to its options. Imports {@code himalia.magics.spi} and picocli. */
@NullMarked
package himalia.magics;

import org.jspecify.annotations.NullMarked;
