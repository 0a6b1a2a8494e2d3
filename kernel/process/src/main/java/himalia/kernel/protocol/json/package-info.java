/**
 * JSON as plain maps, lists, texts and numbers: reader, writer, typed fields. Imports the JDK only.
 */
@NullMarked
package himalia.kernel.protocol.json;

import org.jspecify.annotations.NullMarked;
