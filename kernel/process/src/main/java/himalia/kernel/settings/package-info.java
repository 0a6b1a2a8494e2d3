/**
 * What is said from outside: the user's settings, the options of the worker, where things lie. Imports {@code
 * himalia.kernel.classpath} and {@code .workers}.
 */
@NullMarked
package himalia.kernel.settings;

import org.jspecify.annotations.NullMarked;
