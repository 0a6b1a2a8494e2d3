package himalia.display.chart.draw;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Draws many equal dots quickly: how much each pixel is covered is summed up first, then each pixel is coloured once.
 *
 * <p>A hundred thousand dots through AWT's shapes take a hundred times as long.
 */
final class Stipple {
    private static final int D = PixelCanvas.DENSITY;

    private Stipple() {}

    static void draw(
            BufferedImage image,
            @Nullable Rectangle clip,
            double[] x,
            double[] y,
            int count,
            double radius,
            Ink ink) {
        var width = image.getWidth();
        var height = image.getHeight();
        var bare = new float[width * height];
        Arrays.fill(bare, 1);
        for (int i = 0; i < count; i++) {
            if (clip == null || clip.contains(x[i], y[i])) {
                cover(bare, width, height, x[i] * D, y[i] * D, radius * D, (float) ink.opacity());
            }
        }
        // The raster is written directly: AWT would make a thousand times more calls for the same
        // picture.
        var pixels = PixelCanvas.pixels(image);
        for (int i = 0; i < pixels.length; i++) {
            if (bare[i] < 1) {
                pixels[i] = mix(ink.rgb(), pixels[i], bare[i]);
            }
        }
    }

    private static void cover(
            float[] bare, int width, int height, double x, double y, double radius, float opacity) {
        var left = Math.max(0, (int) (x - radius - 1));
        var right = Math.min(width - 1, (int) (x + radius + 1));
        var top = Math.max(0, (int) (y - radius - 1));
        var bottom = Math.min(height - 1, (int) (y + radius + 1));
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                var dx = column + 0.5 - x;
                var dy = row + 0.5 - y;
                var inside = radius + 0.5 - Math.sqrt(dx * dx + dy * dy);
                if (inside > 0) {
                    bare[row * width + column] *= 1 - opacity * (float) Math.min(1, inside);
                }
            }
        }
    }

    private static int mix(int rgb, int ground, float share) {
        var mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            var front = rgb >> shift & 0xff;
            var back = ground >> shift & 0xff;
            mixed |= Math.round(front + (back - front) * share) << shift;
        }
        return mixed;
    }
}
