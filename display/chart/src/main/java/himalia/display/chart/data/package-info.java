/**
 * Tables as charts read them: columns of numbers, times and names, their groups, and what is computed of them. Imports the
 * JDK, {@code himalia.display.bundle} and {@code mark}.
 */
@NullMarked
package himalia.display.chart.data;

import org.jspecify.annotations.NullMarked;
