package himalia.display.chart.draw;

import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;

/** The form of a series' points: round, and where colours begin again, diamonds and then triangles. */
enum Marker {
    ROUND(16, 0),
    DIAMOND(4, 0),
    TRIANGLE(3, -Math.PI / 2);

    private final int corners;
    private final double turned;

    Marker(int corners, double turned) {
        this.corners = corners;
        this.turned = turned;
    }

    /** Returns the form of the series at that place in the figure. */
    static Marker of(int place) {
        return values()[Math.max(0, place) / Theme.COLOURS % values().length];
    }

    /** Returns how the series at that place is named above the figures: as its points look, where it has some. */
    static Marker ofName(Figure figure, int place) {
        var name = figure.series().get(place);
        return figure.marks().stream()
                        .anyMatch(each -> each instanceof Mark.Points && each.name().equals(name))
                ? of(place)
                : ROUND;
    }

    void fill(Canvas canvas, double x, double y, double radius, Ink ink) {
        canvas.area(xs(x, radius), ys(y, radius), ink);
    }

    void outline(Canvas canvas, double x, double y, double radius, Pen pen) {
        canvas.line(xs(x, radius, corners + 1), ys(y, radius, corners + 1), corners + 1, pen);
    }

    /** Draws it before the name of a series, in a box of nine pixels; a round one as the box, which every mark has. */
    void name(Canvas canvas, double left, double top, Ink ink) {
        if (this == ROUND) {
            canvas.rectangle(new PixelBox(left, top, 9, 9), ink);
        } else {
            fill(canvas, left + 4.5, top + 4.5, 5.5, ink);
        }
    }

    double[] xs(double middle, double radius) {
        return xs(middle, radius, corners);
    }

    double[] ys(double middle, double radius) {
        return ys(middle, radius, corners);
    }

    private double[] xs(double middle, double radius, int count) {
        var x = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = middle + radius * Math.cos(turned + 2 * Math.PI * i / corners);
        }
        return x;
    }

    private double[] ys(double middle, double radius, int count) {
        var y = new double[count];
        for (int i = 0; i < count; i++) {
            y[i] = middle + radius * Math.sin(turned + 2 * Math.PI * i / corners);
        }
        return y;
    }
}
