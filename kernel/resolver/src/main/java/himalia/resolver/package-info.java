/**
 * Resolves Maven artifacts as Maven does. Runs in a class loader of its own, because the kernel process needs none of its
 * libraries before the first {@code %maven}. Imports MIMA and Maven's resolver.
 */
@NullMarked
package himalia.resolver;

import org.jspecify.annotations.NullMarked;
