/** What proposes the settings of a trial. Imports {@code himalia.search}, {@code himalia.table} and Commons Math. */
@NullMarked
package himalia.search.samplers;

import org.jspecify.annotations.NullMarked;
