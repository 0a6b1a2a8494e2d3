/** Charts, and the renderers of chart libraries' own types. Imports {@code himalia.display.bundle} and XChart. */
@NullMarked
package himalia.display.chart;

import org.jspecify.annotations.NullMarked;
