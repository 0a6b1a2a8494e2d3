/**
 * One notebook's talk with the kernel: a handler per request, the count, the history, the way of output to its cell.
 * Imports {@code himalia.kernel.protocol}, {@code .java}, {@code .magic}, {@code .workers} and {@code
 * himalia.display.bundle}.
 */
@NullMarked
package himalia.kernel.session;

import org.jspecify.annotations.NullMarked;
