/**
 * Knows Java, not Jupyter: compiles and runs cells, completes, inspects, words its errors. Imports {@code
 * himalia.display.bundle} and the JDK only; what runs the compiled classes is given to it.
 */
@NullMarked
package himalia.kernel.java;

import org.jspecify.annotations.NullMarked;
