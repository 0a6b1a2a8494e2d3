/**
 * Charts: a small vocabulary ({@code Charts}), what it makes ({@code Chart}), live curves, and the renderers of chart
 * libraries' own types. Imports {@code himalia.display.bundle}, its own rooms {@code mark} and {@code draw}, and XChart.
 */
@NullMarked
package himalia.display.chart;

import org.jspecify.annotations.NullMarked;
