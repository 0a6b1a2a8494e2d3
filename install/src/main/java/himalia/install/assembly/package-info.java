/**
 * Puts the distribution together while Maven packages: the jars, the class path of each process, and the index of class
 * path groups. Imports the JDK and ASM.
 */
@NullMarked
package himalia.install.assembly;

import org.jspecify.annotations.NullMarked;
