package himalia.display.chart.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Draws with AWT at twice the density of the page. */
final class PixelCanvas implements Canvas {
    static final int DENSITY = 2;

    private final BufferedImage image;
    private final Graphics2D graphics;

    PixelCanvas(int width, int height, Ink ground) {
        // Fonts first: they prepare AWT for machines that have none.
        Fonts.of("", 12, false);
        image = new BufferedImage(width * DENSITY, height * DENSITY, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        hint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        hint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        hint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        hint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(DENSITY, DENSITY);
        rectangle(new PixelBox(0, 0, width, height), ground);
    }

    private void hint(RenderingHints.Key key, Object value) {
        graphics.setRenderingHint(key, value);
    }

    /** Puts another picture at a place on this one. */
    void paste(PixelCanvas part, int x, int y) {
        part.graphics.dispose();
        graphics.drawImage(
                part.image,
                x,
                y,
                part.image.getWidth() / DENSITY,
                part.image.getHeight() / DENSITY,
                null);
    }

    byte[] png() {
        graphics.dispose();
        return Png.of(pixels(image), image.getWidth());
    }

    /** The raster itself: asking AWT pixel by pixel takes a thousand times more calls. */
    static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    @Override
    public void rectangle(PixelBox box, Ink ink) {
        use(ink);
        graphics.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
    }

    @Override
    public void line(double[] x, double[] y, int count, Pen pen) {
        use(pen.ink());
        var width = (float) pen.width();
        graphics.setStroke(
                pen.dashed()
                        ? new BasicStroke(
                                width,
                                BasicStroke.CAP_BUTT,
                                BasicStroke.JOIN_ROUND,
                                1,
                                new float[] {5, 4},
                                0)
                        : new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path(x, y, count));
    }

    @Override
    public void area(double[] x, double[] y, Ink ink) {
        use(ink);
        var path = path(x, y, x.length);
        path.closePath();
        graphics.fill(path);
    }

    private static Path2D path(double[] x, double[] y, int count) {
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO, count);
        for (int i = 0; i < count; i++) {
            if (i == 0) {
                path.moveTo(x[i], y[i]);
            } else {
                path.lineTo(x[i], y[i]);
            }
        }
        return path;
    }

    @Override
    public void dots(double[] x, double[] y, int count, double radius, Ink ink) {
        Stipple.draw(image, graphics.getClipBounds(), x, y, count, radius, ink);
    }

    @Override
    public void text(String text, double x, double y, Lettering lettering) {
        use(lettering.ink());
        graphics.setFont(Fonts.of(text, lettering.size(), lettering.bold()));
        var before = graphics.getTransform();
        graphics.transform(
                AffineTransform.getRotateInstance(Math.toRadians(lettering.degrees()), x, y));
        graphics.drawString(text, (float) (x - lettering.shift(text)), (float) y);
        graphics.setTransform(before);
    }

    @Override
    public void clip(PixelBox box) {
        graphics.setClip(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
    }

    @Override
    public void unclip() {
        graphics.setClip(null);
    }

    private void use(Ink ink) {
        graphics.setColor(new Color(ink.rgb() | (int) Math.round(ink.opacity() * 255) << 24, true));
    }
}
