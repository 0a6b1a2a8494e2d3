/** Magics that show tables. */
@NullMarked
package himalia.magics.table;

import org.jspecify.annotations.NullMarked;
