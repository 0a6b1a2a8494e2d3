/** Classes of cells whose private members code outside of them may use. */
@NullMarked
package himalia.kernel.opened;

import org.jspecify.annotations.NullMarked;
