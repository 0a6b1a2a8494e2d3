package himalia.display.chart;

import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Words;

/**
 * Something the notebook shows as a chart; {@code Charts} makes them.
 *
 * <pre>{@code
 * Charts.line("Loss").y("train", 0.9, 0.5, 0.3).y("validation", 1.0, 0.7, 0.6).dark()
 * }</pre>
 */
public interface Chart {
    /** Returns the picture as data. */
    Figure figure();

    /** Returns the chart in words: title, kind, series, what they span. */
    default String text() {
        return Words.of(figure());
    }
}
