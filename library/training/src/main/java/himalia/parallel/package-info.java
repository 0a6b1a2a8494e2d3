/**
 * Training over several processes of this machine: the rows shared among them, or the layers; processes that work each for itself; and workers whose machine
 * somebody else chooses. Imports {@code himalia.training}, {@code himalia.model}, {@code himalia.table}, {@code himalia.display} and Tablesaw.
 */
@NullMarked
package himalia.parallel;

import org.jspecify.annotations.NullMarked;
