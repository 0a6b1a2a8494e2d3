/** Magics that add libraries to the class path and say what is there. Imports the magics' interfaces and picocli. */
@NullMarked
package himalia.magics.libraries;

import org.jspecify.annotations.NullMarked;
