/**
 * What travels on the wire, and nothing that moves it: the envelope of messages, their codec and signature. Imports
 * {@code himalia.kernel.protocol.json}.
 */
@NullMarked
package himalia.kernel.protocol;

import org.jspecify.annotations.NullMarked;
