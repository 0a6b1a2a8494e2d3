package himalia.display.chart;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.chart.draw.Pixels;
import java.awt.image.BufferedImage;

/** Shows a picture at its own size, a large one at the width of a page. */
public final class ImageRenderer implements Renderer<BufferedImage> {
    private static final int PAGE = 800;

    @Override
    public Class<BufferedImage> type() {
        return BufferedImage.class;
    }

    @Override
    public MimeBundle render(BufferedImage image) {
        var scale = Math.min(1.0, (double) PAGE / image.getWidth());
        return MimeBundle.plain(
                        "image of " + image.getWidth() + " × " + image.getHeight() + " pixels")
                .png(
                        Pixels.png(image),
                        (int) Math.round(image.getWidth() * scale),
                        Math.max(1, (int) Math.round(image.getHeight() * scale)));
    }
}
