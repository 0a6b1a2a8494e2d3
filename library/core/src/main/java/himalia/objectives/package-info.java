/**
 * Decoupled objectives: a model for each, weighed when items are ranked. Imports {@code himalia.model}, {@code himalia.table}, {@code
 * himalia.display} and Tablesaw.
 */
@NullMarked
package himalia.objectives;

import org.jspecify.annotations.NullMarked;
