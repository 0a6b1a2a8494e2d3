/**
 * A model behind a URL, by the Open Inference Protocol. Imports {@code himalia.model}, {@code himalia.display}, Tablesaw,
 * Gson and the JDK's HTTP server and client.
 */
@NullMarked
package himalia.serving;

import org.jspecify.annotations.NullMarked;
