package himalia.display.chart.draw;

/** Where a picture is drawn, in CSS pixels from the upper left corner. */
interface Canvas {
    void rectangle(PixelBox box, Ink ink);

    /** Draws a line through the first {@code count} points. */
    void line(double[] x, double[] y, int count, Pen pen);

    /** Fills the polygon with these corners. */
    void area(double[] x, double[] y, Ink ink);

    /** Draws a dot at each of the first {@code count} points. */
    void dots(double[] x, double[] y, int count, double radius, Ink ink);

    /** Draws a marker at each of the first {@code count} points. */
    default void markers(Marker marker, double[] x, double[] y, int count, double radius, Ink ink) {
        for (int i = 0; i < count; i++) {
            marker.fill(this, x[i], y[i], radius, ink);
        }
    }

    /** Writes a line of text; {@code y} is its base line. */
    void text(String text, double x, double y, Lettering lettering);

    /** Draws nothing outside a box from now on, until {@link #unclip}. */
    void clip(PixelBox box);

    void unclip();

    default void segment(double x1, double y1, double x2, double y2, Pen pen) {
        line(new double[] {x1, x2}, new double[] {y1, y2}, 2, pen);
    }
}
