/**
 * What the class path of cells holds: groups of jars that come by need, default imports, the index of types, star
 * imports, texts in jars. Imports {@code himalia.kernel.cells}.
 */
@NullMarked
package himalia.kernel.classpath;

import org.jspecify.annotations.NullMarked;
