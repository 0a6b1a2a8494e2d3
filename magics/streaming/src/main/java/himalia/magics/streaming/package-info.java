/** Magics of {@code himalia.streaming}. Imports that, {@code himalia.cluster}, {@code himalia.table}, {@code himalia.magics.spi}, Flink and picocli. */
@NullMarked
package himalia.magics.streaming;

import org.jspecify.annotations.NullMarked;
