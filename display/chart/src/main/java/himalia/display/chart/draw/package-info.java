/**
 * Draws figures: as pixels through AWT, as SVG by hand, as a Vega-Lite description. Imports the JDK and
 * {@code himalia.display.chart.mark}.
 */
@NullMarked
package himalia.display.chart.draw;

import org.jspecify.annotations.NullMarked;
