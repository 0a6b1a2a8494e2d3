/**
 * Compiles an expression for a place where a program stands, for the debugger. Imports {@code himalia.kernel.java},
 * {@code .cells} and {@code himalia.javac}.
 */
@NullMarked
package himalia.kernel.expression;

import org.jspecify.annotations.NullMarked;
