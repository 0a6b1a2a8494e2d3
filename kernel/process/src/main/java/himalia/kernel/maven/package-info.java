/**
 * {@code %maven}: loads the resolver in a class loader of its own, on first use, and asks it. Imports the JDK only.
 */
@NullMarked
package himalia.kernel.maven;

import org.jspecify.annotations.NullMarked;
