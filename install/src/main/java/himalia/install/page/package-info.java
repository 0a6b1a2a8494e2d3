/**
 * A notebook as one HTML page that needs nothing else: no network, no other file, and no script but for formulas, diagrams
 * and charts. Imports Gson and commonmark.
 */
@NullMarked
package himalia.install.page;

import org.jspecify.annotations.NullMarked;
