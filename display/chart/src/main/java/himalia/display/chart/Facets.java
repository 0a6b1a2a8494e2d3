package himalia.display.chart;

import himalia.display.chart.draw.FigureWriter;
import himalia.display.chart.mark.Figure;
import java.util.List;

/** Charts of parts of a table beside each other, on the same axes. */
final class Facets {
    /** More charts than these do not fit on a page. */
    static final int MOST = 36;

    private static final int PAGE = 840;

    private Facets() {}

    static Panels of(String title, List<Figure> figures) {
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("the table has no rows; facets need at least one");
        }
        int columns = figures.size() == 4 ? 2 : Math.min(3, figures.size());
        int width = Math.min(420, PAGE / columns);
        int height = columns > 2 ? 240 : 280;
        return new Panels(
                title,
                FigureWriter.alike(figures).stream().map(f -> f.sized(width, height)).toList(),
                columns);
    }
}
