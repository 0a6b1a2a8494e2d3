/**
 * A whole cell compiled as one class: fewer runs of the compiler than the cell has snippets, and no more for the
 * thousandth cell than for the first. What it cannot do is left to JShell. Imports
 * {@code himalia.javac} and {@code himalia.kernel.opened}.
 */
@NullMarked
package himalia.kernel.cells;

import org.jspecify.annotations.NullMarked;
