/**
 * Holds the kernel against plain JShell: the same cells through both, by hand and by chance. Imports the interpreter, the
 * workers and the JDK's JShell.
 */
package himalia.kernel.oracle;
