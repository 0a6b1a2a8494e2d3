/** Messages as records, JSON, signatures: what travels on the wire, and nothing that moves it. Imports the JDK only. */
@NullMarked
package himalia.kernel.protocol;

import org.jspecify.annotations.NullMarked;
