/**
 * Magics that run code again, load it, or begin anew: what the cells are made of and the process they run in. Imports the
 * magics' interfaces, {@code himalia.display.bundle.Nearest}, and picocli.
 */
@NullMarked
package himalia.magics.session;

import org.jspecify.annotations.NullMarked;
