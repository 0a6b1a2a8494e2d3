/** The private link between the kernel process and the worker: frames, request ids, messages. Imports the JDK only. */
@NullMarked
package himalia.link;

import org.jspecify.annotations.NullMarked;
