package himalia.display.chart.draw;

import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Numbers;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What reference lines say, written along them after all else is drawn, where the fewest lines and points are in the way.
 */
record ReferenceLabels(Figure figure, Layout layout) {
    private static final double SIZE = 11;
    private static final double HEIGHT = 13;

    void draw(Theme theme, Canvas canvas) {
        for (var mark : figure.marks()) {
            if (mark instanceof Mark.Reference reference && !reference.text().isEmpty()) {
                var width = TextWidth.of(reference.text(), SIZE, false);
                var place =
                        places(reference, width).stream()
                                .min(Comparator.comparingInt(this::crossed))
                                .orElseThrow();
                canvas.rectangle(place, theme.ground().at(0.75));
                canvas.text(
                        reference.text(),
                        place.x() + 2,
                        place.bottom() - 3,
                        Lettering.of(SIZE, theme.muted()));
            }
        }
    }

    /** The usual place first. */
    private List<PixelBox> places(Mark.Reference reference, double width) {
        var x1 = layout.x().clamped(reference.x1());
        var y1 = layout.y().clamped(reference.y1());
        var x2 = layout.x().clamped(reference.x2());
        var y2 = layout.y().clamped(reference.y2());
        var room = width + 4;
        if (Math.abs(x1 - x2) < 1) {
            var top = Math.min(y1, y2);
            return List.of(
                    new PixelBox(x2 + 3, top + 2, room, HEIGHT),
                    new PixelBox(x2 - 3 - room, top + 2, room, HEIGHT));
        }
        if (Math.abs(y1 - y2) < 1) {
            var left = Math.min(x1, x2) + 3;
            var right = Math.max(x1, x2) - 2 - room;
            var above = y2 - 2 - HEIGHT;
            var first = Double.isInfinite(reference.x2()) ? right : left;
            return List.of(
                    new PixelBox(first, above, room, HEIGHT),
                    new PixelBox(left + right - first, above, room, HEIGHT),
                    new PixelBox(first, y2 + 3, room, HEIGHT),
                    new PixelBox(left + right - first, y2 + 3, room, HEIGHT),
                    new PixelBox((left + right) / 2, above, room, HEIGHT));
        }
        var places = new ArrayList<PixelBox>();
        for (var share : new double[] {0.62, 0.25, 0.4, 0.8}) {
            var x = x1 + (x2 - x1) * share;
            var y = y1 + (y2 - y1) * share;
            places.add(new PixelBox(x + 6, y + 2, room, HEIGHT));
            places.add(new PixelBox(x - 6 - room, y - 2 - HEIGHT, room, HEIGHT));
        }
        return places;
    }

    private int crossed(PixelBox place) {
        var area = new Rectangle2D.Double(place.x(), place.y(), place.width(), place.height());
        var count = 0;
        for (var mark : figure.marks()) {
            if (mark instanceof Mark.Line line) {
                count += crossed(area, line.x(), line.y(), true);
            } else if (mark instanceof Mark.Points points) {
                count += crossed(area, points.x(), points.y(), false);
            }
        }
        return count;
    }

    private int crossed(Rectangle2D area, Numbers xs, Numbers ys, boolean joined) {
        var count = 0;
        var lastX = Double.NaN;
        var lastY = Double.NaN;
        for (int i = 0; i < Math.min(xs.size(), ys.size()); i++) {
            var x = layout.x().pixel(xs.at(i));
            var y = layout.y().pixel(ys.at(i));
            var met =
                    joined && Double.isFinite(lastX) && Double.isFinite(lastY)
                            ? area.intersectsLine(lastX, lastY, x, y)
                            : area.contains(x, y);
            count += met ? 1 : 0;
            lastX = x;
            lastY = y;
        }
        return count;
    }
}
