/**
 * The arithmetic that trainers and their models share: scaling, losses, a solver, a network's layers. Imports {@code
 * himalia.model} only.
 */
@NullMarked
package himalia.training.numeric;

import org.jspecify.annotations.NullMarked;
