package himalia.display.chart.draw;

import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import java.util.List;

/** Draws the marks of a figure, each in the colour of its series. */
final class MarkPainter {
    private static final int FEW = 30;
    private static final int MANY = 300;

    /** Corners reach further than a circle that covers as much. */
    private static final double AS_LARGE = 1.25;

    private final List<String> series;
    private final Layout layout;
    private final Theme theme;
    private final Canvas canvas;

    MarkPainter(Figure figure, Layout layout, Theme theme, Canvas canvas) {
        this.series = figure.series();
        this.layout = layout;
        this.theme = theme;
        this.canvas = canvas;
    }

    void draw(Mark mark) {
        int place = series.indexOf(mark.name());
        var ink = theme.series(place);
        if (mark instanceof Mark.Line line) {
            line(line, ink);
        } else if (mark instanceof Mark.Points points) {
            if (points.shape() == Mark.Shape.DOT) {
                points(points, Marker.of(place), ink);
            } else {
                new ShapePainter(layout, canvas).draw(points, Marker.of(place), ink);
            }
        } else if (mark instanceof Mark.Band band) {
            band(band, ink);
        } else if (mark instanceof Mark.Blocks blocks) {
            new BlockPainter(layout, theme, canvas).draw(blocks, ink);
        } else if (mark instanceof Mark.Cells cells) {
            new CellPainter(layout, theme, canvas).draw(cells);
        } else if (mark instanceof Mark.Reference reference) {
            reference(reference);
        } else if (mark instanceof Mark.Words words) {
            words(words);
        } else if (mark instanceof Mark.Arrow arrow) {
            arrow(arrow);
        }
    }

    private void line(Mark.Line line, Ink ink) {
        var pen =
                switch (line.style()) {
                    case OUTLINE ->
                            line.name().isEmpty() ? Pen.of(theme.axis(), 1.5) : Pen.of(ink, 2);
                    case SOLID -> Pen.of(ink, line.x().size() > MANY ? 1.25 : 2);
                    case DASHED -> new Pen(ink, 2, true);
                    case THIN -> Pen.of(ink.at(0.5), 1);
                };
        var size = line.x().size();
        var x = new double[size];
        var y = new double[size];
        var count = 0;
        for (int i = 0; i <= size; i++) {
            var px = i < size ? layout.x().pixel(line.x().at(i)) : Double.NaN;
            var py = i < size ? layout.y().pixel(line.y().at(i)) : Double.NaN;
            if (Double.isFinite(px) && Double.isFinite(py)) {
                x[count] = px;
                y[count++] = py;
            } else if (count > 0) {
                stretch(line, x, y, count, pen);
                count = 0;
            }
        }
    }

    private void stretch(Mark.Line line, double[] x, double[] y, int count, Pen pen) {
        var thin = Thinning.of(x, y, count);
        if (count > 1) {
            canvas.line(thin.x(), thin.y(), thin.count(), pen);
        }
        var few = line.x().size() <= FEW && line.style() == Mark.Style.SOLID;
        if (!line.name().isEmpty() && (few || count == 1)) {
            canvas.dots(thin.x(), thin.y(), thin.count(), 3, pen.ink());
        }
    }

    private void points(Mark.Points points, Marker marker, Ink ink) {
        var size = points.x().size();
        var x = new double[size];
        var y = new double[size];
        var count = 0;
        for (int i = 0; i < size; i++) {
            x[count] = layout.x().pixel(points.x().at(i));
            y[count] = layout.y().pixel(points.y().at(i));
            count += Double.isFinite(x[count]) && Double.isFinite(y[count]) ? 1 : 0;
        }
        var narrow = layout.plot().width() < 300 ? 0.65 : 1;
        var radius =
                narrow * (count <= 100 ? 4 : count <= 1000 ? 3.2 : count <= 10_000 ? 2.2 : 1.6);
        var opacity =
                count <= 100
                        ? 0.85
                        : count <= 1000
                                ? 0.7
                                : count <= 10_000 ? 0.4 : count <= 50_000 ? 0.15 : 0.06;
        if (marker == Marker.ROUND) {
            canvas.dots(x, y, count, radius, ink.at(opacity));
            return;
        }
        canvas.markers(marker, x, y, count, radius * AS_LARGE, ink.at(opacity));
    }

    private void band(Mark.Band band, Ink ink) {
        int size = band.x().size();
        for (int from = 0; from < size; from++) {
            int to = from;
            while (to < size && isThere(band, to)) {
                to++;
            }
            if (to > from) {
                envelope(band, from, to)
                        .thinned()
                        .draw(canvas, ink.at(band.look() == Mark.Look.FAINT ? 0.16 : 0.85));
                from = to;
            }
        }
    }

    private static boolean isThere(Mark.Band band, int place) {
        return Double.isFinite(band.x().at(place))
                && Double.isFinite(band.low().at(place))
                && Double.isFinite(band.high().at(place));
    }

    /** What a logarithmic axis cannot show lies on its lower edge. */
    private Envelope envelope(Mark.Band band, int from, int to) {
        var x = new double[to - from];
        var low = new double[to - from];
        var high = new double[to - from];
        var bottom = layout.plot().bottom();
        for (int i = from; i < to; i++) {
            x[i - from] = finite(layout.x().pixel(band.x().at(i)), layout.plot().x());
            low[i - from] = finite(layout.y().pixel(band.low().at(i)), bottom);
            high[i - from] = finite(layout.y().pixel(band.high().at(i)), bottom);
        }
        return new Envelope(x, low, high);
    }

    private static double finite(double value, double otherwise) {
        return Double.isFinite(value) ? value : otherwise;
    }

    private void reference(Mark.Reference reference) {
        var x1 = layout.x().clamped(reference.x1());
        var y1 = layout.y().clamped(reference.y1());
        var x2 = layout.x().clamped(reference.x2());
        var y2 = layout.y().clamped(reference.y2());
        canvas.segment(x1, y1, x2, y2, new Pen(theme.axis(), 1.25, true));
    }

    /** A dot at the place, the words beside it where the picture has room. */
    private void words(Mark.Words words) {
        var x = layout.x().pixel(words.x());
        var y = layout.y().pixel(words.y());
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            return;
        }
        var lettering = Lettering.of(Layout.SMALL, theme.text());
        var width = lettering.width(words.text());
        boolean right = x + 12 + width <= layout.plot().right() + 4;
        var left = right ? x + 8 : x - 8 - width;
        var base = Math.max(layout.plot().y() + 12, y - 6);
        canvas.rectangle(new PixelBox(left - 2, base - 12, width + 4, 16), theme.ground().at(0.8));
        canvas.dots(new double[] {x}, new double[] {y}, 1, 3.5, theme.text());
        canvas.text(words.text(), left, base, lettering);
    }

    private void arrow(Mark.Arrow arrow) {
        var x1 = layout.x().pixel(arrow.x1());
        var y1 = layout.y().pixel(arrow.y1());
        var x2 = layout.x().pixel(arrow.x2());
        var y2 = layout.y().pixel(arrow.y2());
        var angle = Math.atan2(y2 - y1, x2 - x1);
        canvas.segment(
                x1,
                y1,
                x2 - 5 * Math.cos(angle),
                y2 - 5 * Math.sin(angle),
                Pen.of(theme.axis(), 1.5));
        canvas.area(
                new double[] {x2, x2 - 9 * Math.cos(angle - 0.4), x2 - 9 * Math.cos(angle + 0.4)},
                new double[] {y2, y2 - 9 * Math.sin(angle - 0.4), y2 - 9 * Math.sin(angle + 0.4)},
                theme.axis());
    }
}
