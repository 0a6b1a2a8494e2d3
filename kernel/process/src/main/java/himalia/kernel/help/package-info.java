/**
 * Helps with code that is being written: completion, inspection, documentation. Imports {@code himalia.kernel.java} and
 * {@code .cells}.
 */
@NullMarked
package himalia.kernel.help;

import org.jspecify.annotations.NullMarked;
