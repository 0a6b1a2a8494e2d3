package himalia.display.chart.draw;

import java.util.Arrays;

/**
 * A part of a picture: what is drawn on it stands further right and further down.
 *
 * @param whole the picture
 * @param dx how far to the right
 * @param dy how far down
 */
record Shifted(Canvas whole, double dx, double dy) implements Canvas {
    @Override
    public void rectangle(PixelBox box, Ink ink) {
        whole.rectangle(moved(box), ink);
    }

    @Override
    public void line(double[] x, double[] y, int count, Pen pen) {
        whole.line(moved(x, dx), moved(y, dy), count, pen);
    }

    @Override
    public void area(double[] x, double[] y, Ink ink) {
        whole.area(moved(x, dx), moved(y, dy), ink);
    }

    @Override
    public void dots(double[] x, double[] y, int count, double radius, Ink ink) {
        whole.dots(moved(x, dx), moved(y, dy), count, radius, ink);
    }

    @Override
    public void markers(Marker marker, double[] x, double[] y, int count, double radius, Ink ink) {
        whole.markers(marker, moved(x, dx), moved(y, dy), count, radius, ink);
    }

    @Override
    public void text(String text, double x, double y, Lettering lettering) {
        whole.text(text, x + dx, y + dy, lettering);
    }

    @Override
    public void clip(PixelBox box) {
        whole.clip(moved(box));
    }

    @Override
    public void unclip() {
        whole.unclip();
    }

    private PixelBox moved(PixelBox box) {
        return new PixelBox(box.x() + dx, box.y() + dy, box.width(), box.height());
    }

    private static double[] moved(double[] values, double by) {
        return Arrays.stream(values).map(value -> value + by).toArray();
    }
}
