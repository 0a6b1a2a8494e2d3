/**
 * The debugger: breakpoints, steps and variables of cells, as the Debug Adapter Protocol asks for them, over the JDK's
 * debug interface. Imports {@code himalia.kernel.java}, {@code .expression}, {@code .workers}, {@code .protocol.json} and
 * {@code himalia.display.bundle}. Nothing of it is loaded before the first {@code debug_request}.
 */
@NullMarked
package himalia.kernel.debugger;

import org.jspecify.annotations.NullMarked;
