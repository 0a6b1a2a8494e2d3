package himalia.display.chart.draw;

import himalia.display.chart.mark.Mark;

/** Draws points that are no dots: rings around nothing, and crosses. */
final class ShapePainter {
    private static final int MANY = 100;

    private final Layout layout;
    private final Canvas canvas;

    ShapePainter(Layout layout, Canvas canvas) {
        this.layout = layout;
        this.canvas = canvas;
    }

    void draw(Mark.Points points, Marker marker, Ink ink) {
        int size = points.x().size();
        double radius = size > MANY ? 2.8 : 4;
        var pen = Pen.of(ink, size > MANY ? 1 : 1.5);
        for (int i = 0; i < size; i++) {
            double x = layout.x().pixel(points.x().at(i));
            double y = layout.y().pixel(points.y().at(i));
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                continue;
            }
            if (points.shape() == Mark.Shape.CROSS) {
                canvas.segment(x - radius, y - radius, x + radius, y + radius, pen);
                canvas.segment(x - radius, y + radius, x + radius, y - radius, pen);
            } else {
                marker.outline(canvas, x, y, radius, pen);
            }
        }
    }
}
