/**
 * What the kernel writes into cells names these types: in a package whose name no variable and no class of a cell hides,
 * as one called {@code himalia} would. Imports {@code himalia.magics.spi}.
 */
@NullMarked
package himalia_cells;

import org.jspecify.annotations.NullMarked;
