package himalia.display.chart.draw;

import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes PDF by hand: one page of lines and areas. Letters are drawn as areas too, so the file needs no font and looks the
 * same everywhere.
 */
final class PdfCanvas implements Canvas {
    /** A pixel of the page is three quarters of a point. */
    private static final double POINTS = 0.75;

    /** Of more dots, one is drawn for all that lie within half a pixel: the file would be heavier than its PNG. */
    private static final int MOST_DOTS = 20_000;

    private static final long MASK = 0xffffffffL;

    /** How far from its ends a curve's handles lie, so that four of them make a circle. */
    private static final double ROUND = 0.5523;

    private static final FontRenderContext AS_DRAWN = new FontRenderContext(null, true, true);

    private final StringBuilder page = new StringBuilder();
    private final Map<Integer, String> opacities = new TreeMap<>();
    private final String title;
    private final int width;
    private final int height;

    PdfCanvas(String title, int width, int height, Ink ground) {
        this.title = title;
        this.width = width;
        this.height = height;
        // From here on a unit is a pixel, from the upper left corner.
        page.append(
                "%s 0 0 %s 0 %s cm\n"
                        .formatted(number(POINTS), number(-POINTS), number(height * POINTS)));
        rectangle(new PixelBox(0, 0, width, height), ground);
    }

    byte[] pdf() {
        return PdfFile.of(
                title, width * POINTS, height * POINTS, page.toString(), opacities.values());
    }

    @Override
    public void rectangle(PixelBox box, Ink ink) {
        fill(ink);
        put(box.x(), box.y());
        put(box.width(), box.height());
        page.append("re f\n");
    }

    @Override
    public void line(double[] x, double[] y, int count, Pen pen) {
        colour(pen.ink(), "RG");
        page.append(number(pen.width()))
                .append(" w 1 j ")
                .append(pen.dashed() ? "0 J [5 4] 0 d\n" : "1 J [] 0 d\n");
        path(x, y, count);
        page.append("S\n");
    }

    @Override
    public void area(double[] x, double[] y, Ink ink) {
        fill(ink);
        path(x, y, x.length);
        page.append("h f\n");
    }

    @Override
    public void dots(double[] x, double[] y, int count, double radius, Ink ink) {
        fill(ink);
        var drawn = new HashSet<Long>();
        for (int i = 0; i < count; i++) {
            long place = Math.round(x[i] * 2) << Integer.SIZE | Math.round(y[i] * 2) & MASK;
            if (count <= MOST_DOTS || drawn.add(place)) {
                dot(x[i], y[i], radius);
            }
        }
    }

    private void dot(double x, double y, double r) {
        double handle = r * ROUND;
        move(x + r, y);
        curve(x + r, y + handle, x + handle, y + r, x, y + r);
        curve(x - handle, y + r, x - r, y + handle, x - r, y);
        curve(x - r, y - handle, x - handle, y - r, x, y - r);
        curve(x + handle, y - r, x + r, y - handle, x + r, y);
        page.append("f\n");
    }

    @Override
    public void text(String text, double x, double y, Lettering lettering) {
        fill(lettering.ink());
        var at = AffineTransform.getRotateInstance(Math.toRadians(lettering.degrees()), x, y);
        at.translate(x - lettering.shift(text), y);
        var font = Fonts.of(text, lettering.size(), lettering.bold());
        var shape =
                font.layoutGlyphVector(AS_DRAWN, text.toCharArray(), 0, text.length(), 0)
                        .getOutline();
        var c = new double[6];
        double[] last = {0, 0};
        for (var path = shape.getPathIterator(at); !path.isDone(); path.next()) {
            switch (path.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> move(c[0], c[1]);
                case PathIterator.SEG_LINETO -> {
                    put(c[0], c[1]);
                    page.append("l\n");
                }
                case PathIterator.SEG_QUADTO ->
                        // PDF knows cubic curves alone.
                        curve(
                                last[0] + 2 * (c[0] - last[0]) / 3,
                                last[1] + 2 * (c[1] - last[1]) / 3,
                                c[2] + 2 * (c[0] - c[2]) / 3,
                                c[3] + 2 * (c[1] - c[3]) / 3,
                                c[2],
                                c[3]);
                case PathIterator.SEG_CUBICTO -> curve(c[0], c[1], c[2], c[3], c[4], c[5]);
                default -> page.append("h\n");
            }
            int end =
                    switch (path.currentSegment(c)) {
                        case PathIterator.SEG_QUADTO -> 2;
                        case PathIterator.SEG_CUBICTO -> 4;
                        default -> 0;
                    };
            last = new double[] {c[end], c[end + 1]};
        }
        page.append("f\n");
    }

    @Override
    public void clip(PixelBox box) {
        page.append("q ");
        put(box.x(), box.y());
        put(box.width(), box.height());
        page.append("re W n\n");
    }

    @Override
    public void unclip() {
        page.append("Q\n");
    }

    private void path(double[] x, double[] y, int count) {
        for (int i = 0; i < count; i++) {
            put(x[i], y[i]);
            page.append(i == 0 ? "m\n" : "l\n");
        }
    }

    private void move(double x, double y) {
        put(x, y);
        page.append("m\n");
    }

    private void curve(double x1, double y1, double x2, double y2, double x3, double y3) {
        put(x1, y1);
        put(x2, y2);
        put(x3, y3);
        page.append("c\n");
    }

    private void fill(Ink ink) {
        colour(ink, "rg");
    }

    private void colour(Ink ink, String how) {
        int percent = (int) Math.round(ink.opacity() * 100);
        opacities.put(
                percent,
                "/O%s <</ca %s /CA %s>>".formatted(percent, percent / 100.0, percent / 100.0));
        page.append("/O").append(percent).append(" gs ");
        for (int shift = 16; shift >= 0; shift -= 8) {
            page.append(number((ink.rgb() >> shift & 0xff) / 255.0)).append(' ');
        }
        page.append(how).append('\n');
    }

    private void put(double x, double y) {
        page.append(number(x)).append(' ').append(number(y)).append(' ');
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "0";
        }
        var thousandths = Math.round(value * 1000);
        return thousandths % 1000 == 0
                ? Long.toString(thousandths / 1000)
                : String.format(Locale.ROOT, "%.3f", thousandths / 1000.0);
    }
}
