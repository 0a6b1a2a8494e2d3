/**
 * Starts the worker process, speaks with it, watches it, replaces it. Imports {@code himalia.kernel.java}, {@code
 * himalia.link} and {@code himalia.display.bundle}.
 */
@NullMarked
package himalia.kernel.workers;

import org.jspecify.annotations.NullMarked;
