package himalia.display.chart.draw;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * A picture as a notebook holds it: no more pixels than a page shows at twice its density, and few enough bytes to
 * reach the front end.
 *
 * @param mime {@code image/png} or {@code image/jpeg}
 * @param width of the file, in pixels
 * @param height of the file, in pixels
 */
public record PagePicture(String mime, byte[] file, int width, int height) {
    private static final int WIDEST = 1600;
    private static final int HIGHEST = 8000;

    /** In Base64 a third more; Jupyter's server drops a message of more than three million bytes. */
    private static final int MOST = 2_000_000;

    /** Returns the picture as PNG, a large one reduced, and as JPEG where a photograph would take too many bytes. */
    public static PagePicture of(BufferedImage image) {
        var picture = reduced(image);
        while (true) {
            var png = file(picture, "png");
            if (png.length <= MOST) {
                return of("image/png", png, picture);
            }
            if (!picture.getColorModel().hasAlpha()) {
                return of("image/jpeg", file(opaque(picture), "jpeg"), picture);
            }
            picture = scaled(picture, picture.getWidth() / 2, picture.getHeight() / 2);
        }
    }

    private static PagePicture of(String mime, byte[] file, BufferedImage image) {
        return new PagePicture(mime, file, image.getWidth(), image.getHeight());
    }

    private static BufferedImage reduced(BufferedImage image) {
        var scale =
                Math.min((double) WIDEST / image.getWidth(), (double) HIGHEST / image.getHeight());
        if (scale >= 1) {
            return image;
        }
        var width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        var smaller = image;
        // Interpolation looks at neighbours only: more than half at once would leave pixels out.
        while (smaller.getWidth() > 2 * width && smaller.getHeight() > 2 * height) {
            smaller = scaled(smaller, smaller.getWidth() / 2, smaller.getHeight() / 2);
        }
        return scaled(smaller, width, height);
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        return drawn(
                image,
                width,
                height,
                image.getColorModel().hasAlpha()
                        ? BufferedImage.TYPE_INT_ARGB
                        : BufferedImage.TYPE_INT_RGB);
    }

    private static BufferedImage opaque(BufferedImage image) {
        return drawn(image, image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height, int type) {
        var copy = new BufferedImage(width, height, type);
        var pen = copy.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return copy;
    }

    private static byte[] file(BufferedImage image, String format) {
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(image, format, file);
        } catch (IOException e) {
            throw new UncheckedIOException("the picture could not be written as " + format, e);
        }
        return file.toByteArray();
    }
}
