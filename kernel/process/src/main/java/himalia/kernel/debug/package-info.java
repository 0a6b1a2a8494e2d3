/**
 * The debugger: breakpoints, steps and variables of cells, as the Debug Adapter Protocol asks for them, over the JDK's
 * debug interface. Imports {@code himalia.kernel.java}, {@code himalia.kernel.workers}, {@code himalia.kernel.protocol}
 * and {@code himalia.display.bundle}. Nothing of it is loaded before the first {@code debug_request}.
 */
@NullMarked
package himalia.kernel.debug;

import org.jspecify.annotations.NullMarked;
