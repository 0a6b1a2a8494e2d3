/**
 * Knows Java, not Jupyter: compiles and runs cells, and says what came of it. What runs the compiled classes, and what
 * advises on errors, is given to it. Imports {@code himalia.kernel.cells}, {@code .classpath}, {@code himalia.javac} and
 * {@code himalia.display.bundle}.
 */
@NullMarked
package himalia.kernel.java;

import org.jspecify.annotations.NullMarked;
