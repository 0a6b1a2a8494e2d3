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

    /** A dot's centre is placed to an eighth of a pixel: the same few stamps serve all. */
    private static final int STEPS = 8;

    /** How much of each pixel shows what was there before. */
    private final float[] bare;

    private final int width;
    private final int height;
    private final double radius;
    private final float opacity;
    private final int reach;
    private final int side;
    private final float[] @Nullable [] stamps = new float[STEPS * STEPS][];

    private Stipple(float[] bare, int width, int height, double radius, float opacity) {
        this.bare = bare;
        this.width = width;
        this.height = height;
        this.radius = radius;
        this.opacity = opacity;
        this.reach = (int) Math.ceil(radius) + 1;
        this.side = 2 * reach + 1;
    }

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
        var dots = new Stipple(bare, width, height, radius * D, (float) ink.opacity());
        for (int i = 0; i < count; i++) {
            if (clip == null || clip.contains(x[i], y[i])) {
                dots.cover(x[i] * D, y[i] * D);
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

    private void cover(double x, double y) {
        if (!(x > -reach && x < width + reach && y > -reach && y < height + reach)) {
            return;
        }
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        var stamp = stamp((int) ((x - column) * STEPS), (int) ((y - row) * STEPS));
        int left = Math.max(0, column - reach);
        int right = Math.min(width - 1, column + reach);
        int bottom = Math.min(height - 1, row + reach);
        for (int each = Math.max(0, row - reach); each <= bottom; each++) {
            int from = (each - row + reach) * side + left - column + reach;
            int to = each * width + left;
            for (int i = 0; i <= right - left; i++) {
                bare[to + i] *= stamp[from + i];
            }
        }
    }

    private float[] stamp(int stepX, int stepY) {
        var known = stamps[stepY * STEPS + stepX];
        if (known == null) {
            known = made((stepX + 0.5) / STEPS, (stepY + 0.5) / STEPS);
            stamps[stepY * STEPS + stepX] = known;
        }
        return known;
    }

    /** Returns what a dot leaves bare of the pixels around the one in which its centre is. */
    private float[] made(double x, double y) {
        var stamp = new float[side * side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                var dx = column - reach + 0.5 - x;
                var dy = row - reach + 0.5 - y;
                var inside = radius + 0.5 - Math.sqrt(dx * dx + dy * dy);
                stamp[row * side + column] = 1 - opacity * (float) Math.max(0, Math.min(1, inside));
            }
        }
        return stamp;
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
