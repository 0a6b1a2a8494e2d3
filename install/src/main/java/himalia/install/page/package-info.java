/**
 * A notebook as one HTML page that needs nothing else: no script, no network, no other file. Imports Gson and commonmark.
 */
@NullMarked
package himalia.install.page;

import org.jspecify.annotations.NullMarked;
