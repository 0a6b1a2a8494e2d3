/** What the compatible classes have in common. Imports the magics' interfaces, bundles, and the classes beside it. */
@NullMarked
package himalia.compat;

import org.jspecify.annotations.NullMarked;
