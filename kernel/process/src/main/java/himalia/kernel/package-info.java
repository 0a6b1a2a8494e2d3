/** The kernel process: opens the channels, routes messages, closes everything. Imports every room of the kernel process. */
@NullMarked
package himalia.kernel;

import org.jspecify.annotations.NullMarked;
