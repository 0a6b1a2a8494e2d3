/**
 * The five sockets, each with a thread of its own, and the connection file that names them. Imports {@code
 * himalia.kernel.protocol} with its rooms, and JeroMQ.
 */
@NullMarked
package himalia.kernel.channels;

import org.jspecify.annotations.NullMarked;
