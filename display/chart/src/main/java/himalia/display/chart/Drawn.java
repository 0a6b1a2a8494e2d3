package himalia.display.chart;

import himalia.display.chart.mark.Figure;

/**
 * A chart that is nothing more than its figure.
 *
 * @param figure the picture as data
 */
record Drawn(Figure figure) implements Chart {
    /** Returns the chart; one of a table as its picture, which then is computed once and not for each of its forms. */
    static Chart of(Chart chart) {
        return chart instanceof TableChart<?> ? new Drawn(chart.figure()) : chart;
    }

    @Override
    public String toString() {
        return text();
    }
}
