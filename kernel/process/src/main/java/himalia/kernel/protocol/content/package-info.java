/**
 * The contents of messages: one record per message, named as the protocol names it. Imports {@code
 * himalia.kernel.protocol} and {@code .json}.
 */
@NullMarked
package himalia.kernel.protocol.content;

import org.jspecify.annotations.NullMarked;
