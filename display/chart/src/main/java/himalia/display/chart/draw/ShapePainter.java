package himalia.display.chart.draw;

import himalia.display.chart.mark.Mark;

/** Draws points that are no dots: rings around nothing, and crosses. */
final class ShapePainter {
    private static final int CORNERS = 16;
    private static final int MANY = 100;

    private final Layout layout;
    private final Canvas canvas;

    ShapePainter(Layout layout, Canvas canvas) {
        this.layout = layout;
        this.canvas = canvas;
    }

    void draw(Mark.Points points, Ink ink) {
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
                ring(x, y, radius, pen);
            }
        }
    }

    private void ring(double middle, double height, double radius, Pen pen) {
        var x = new double[CORNERS + 1];
        var y = new double[CORNERS + 1];
        for (int i = 0; i <= CORNERS; i++) {
            double angle = 2 * Math.PI * i / CORNERS;
            x[i] = middle + radius * Math.cos(angle);
            y[i] = height + radius * Math.sin(angle);
        }
        canvas.line(x, y, x.length, pen);
    }
}
