/** What ends a trial early that will not be the best. Imports {@code himalia.search} and Commons Math. */
@NullMarked
package himalia.search.pruners;

import org.jspecify.annotations.NullMarked;
