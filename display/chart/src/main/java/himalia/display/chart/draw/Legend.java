package himalia.display.chart.draw;

import himalia.display.chart.mark.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The names of the series in a row above the marks.
 *
 * @param names in the order of their colours
 * @param markers the form of each
 * @param places where each begins: x, and the number of its row
 * @param rows how many rows they take
 */
record Legend(List<String> names, List<Marker> markers, List<double[]> places, int rows) {
    static final Legend NONE = new Legend(List.of(), List.of(), List.of(), 0);
    private static final double ROW = 20;
    static final int MOST = 16;

    /** Figures on a sheet are narrow, and named once for all of them. */
    private static final int NARROW = 260;

    static Legend of(Figure figure) {
        var all = figure.series();
        if (all.size() < 2 || figure.width() < NARROW) {
            return NONE;
        }
        var names = new ArrayList<>(all.subList(0, Math.min(MOST, all.size())));
        var places = new ArrayList<double[]>();
        var x = Layout.MARGIN;
        var row = 0;
        for (int i = 0; i < names.size(); i++) {
            names.set(
                    i,
                    TextWidth.cut(
                            names.get(i),
                            Layout.SMALL,
                            false,
                            figure.width() - 2 * Layout.MARGIN - 14));
            var width = 14 + TextWidth.of(names.get(i), Layout.SMALL, false) + 16;
            if (x > Layout.MARGIN && x + width > figure.width()) {
                x = Layout.MARGIN;
                row++;
            }
            places.add(new double[] {x, row});
            x += width;
        }
        var markers =
                IntStream.range(0, names.size())
                        .mapToObj(place -> Marker.ofName(figure, place))
                        .toList();
        return new Legend(names, markers, places, row + 1);
    }

    double height() {
        return rows * ROW + (rows > 0 ? 4 : 0);
    }

    void draw(double top, Theme theme, Canvas canvas) {
        for (int i = 0; i < names.size(); i++) {
            var x = places.get(i)[0];
            var y = top + 4 + places.get(i)[1] * ROW;
            markers.get(i).name(canvas, x, y + 2, theme.series(i));
            canvas.text(names.get(i), x + 14, y + 11, Lettering.of(Layout.SMALL, theme.text()));
        }
    }
}
