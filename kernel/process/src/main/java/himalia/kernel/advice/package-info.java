/**
 * Says what an error means, in plain words, and what to do about it. Imports {@code himalia.kernel.java}, {@code .cells},
 * {@code .classpath}, {@code himalia.javac} and {@code himalia.display.bundle}.
 */
@NullMarked
package himalia.kernel.advice;

import org.jspecify.annotations.NullMarked;
