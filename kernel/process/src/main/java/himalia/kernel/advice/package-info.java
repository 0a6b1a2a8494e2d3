/**
 * Says what an error means, in plain words, and what to do about it. Imports {@code himalia.kernel.java}, {@code .cells}
 * and {@code himalia.javac}.
 */
@NullMarked
package himalia.kernel.advice;

import org.jspecify.annotations.NullMarked;
