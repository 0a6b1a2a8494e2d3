/**
 * One notebook's talk with the kernel: a handler per request, the count, the history, the way of output to its cell.
 * Imports {@code himalia.kernel.protocol} with its rooms, {@code .java}, {@code .help}, {@code .magic}, {@code .questions},
 * {@code .settings}, {@code .workers}, {@code .debugger}, {@code himalia.link.question} and {@code
 * himalia.display.bundle}.
 */
@NullMarked
package himalia.kernel.session;

import org.jspecify.annotations.NullMarked;
