/** A client of the Jupyter protocol, for the headless runner and the tests. Imports {@code himalia.kernel.protocol}, {@code himalia.kernel.channels} and JeroMQ. */
@NullMarked
package himalia.client;

import org.jspecify.annotations.NullMarked;
