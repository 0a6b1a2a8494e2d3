/** What a picture consists of: marks on two axes, as plain data. Imports the JDK and how texts are made visible. */
@NullMarked
package himalia.display.chart.mark;

import org.jspecify.annotations.NullMarked;
