/**
 * How the kernel is started and how front ends learn of it: its command line, its startup cache, kernelspec folders.
 * Imports the JDK, Gson and {@code himalia.client}.
 */
@NullMarked
package himalia.install.kernelspec;

import org.jspecify.annotations.NullMarked;
