/**
 * The arithmetic that trainers and their models share: losses, solvers, a network's layers. Imports {@code
 * himalia.model}.
 */
@NullMarked
package himalia.training.numeric;

import org.jspecify.annotations.NullMarked;
