package himalia.display.chart;

import himalia.display.chart.mark.Figure;

/**
 * A chart that is nothing more than its figure.
 *
 * @param figure the picture as data
 */
record Drawn(Figure figure) implements Chart {
    @Override
    public String toString() {
        return text();
    }
}
