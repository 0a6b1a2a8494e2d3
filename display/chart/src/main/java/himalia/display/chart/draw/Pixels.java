package himalia.display.chart.draw;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** Other people's pictures as PNG files. */
public final class Pixels {
    private Pixels() {}

    /** Returns what {@code painter} paints, at twice the density of the page. */
    public static byte[] png(int width, int height, Consumer<Graphics2D> painter) {
        FontlessMachine.prepare();
        var density = PixelCanvas.DENSITY;
        var image =
                new BufferedImage(width * density, height * density, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.scale(density, density);
        painter.accept(graphics);
        graphics.dispose();
        return Png.of(PixelCanvas.pixels(image), image.getWidth());
    }
}
