package himalia.display.chart;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.chart.draw.PagePicture;
import java.awt.Canvas;
import java.awt.Image;
import java.awt.MediaTracker;
import java.awt.image.BufferedImage;
import java.util.Map;

/** Shows a picture at its own size, a large one at the width of a page. */
public final class ImageRenderer implements Renderer<Image> {
    private static final int PAGE = 800;

    @Override
    public Class<Image> type() {
        return Image.class;
    }

    @Override
    public String typeName() {
        return "java.awt.Image";
    }

    @Override
    public MimeBundle render(Image image) {
        if (!(image instanceof BufferedImage)) {
            Loading.await(image);
        }
        int width = image.getWidth(null);
        int height = image.getHeight(null);
        if (width <= 0 || height <= 0) {
            return MimeBundle.plain(
                    "image without pixels: "
                            + (width < 0 || height < 0
                                    ? "it could not be loaded"
                                    : width + " × " + height));
        }
        var picture = PagePicture.of(pixels(image, width, height));
        var scale = Math.min(1.0, (double) PAGE / width);
        return MimeBundle.plain(words(width, height, picture))
                .with(picture.mime(), picture.file())
                .describe(
                        picture.mime(),
                        Map.of(
                                "width",
                                Math.max(1, (int) Math.round(width * scale)),
                                "height",
                                Math.max(1, (int) Math.round(height * scale))));
    }

    private static String words(int width, int height, PagePicture picture) {
        return "image of "
                + width
                + " × "
                + height
                + " pixels"
                + (picture.width() < width
                        ? ", shown with " + picture.width() + " × " + picture.height()
                        : "");
    }

    private static BufferedImage pixels(Image image, int width, int height) {
        if (image instanceof BufferedImage ready) {
            return ready;
        }
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var pen = copy.createGraphics();
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        return copy;
    }

    /** A class of its own: verifying it loads half of the toolkit, which the renderer must not, as every worker loads it. */
    private static final class Loading {
        /** Pictures of the toolkit are loaded when they are first needed, and some never come. */
        private static final long PATIENCE = 1_000;

        static void await(Image image) {
            // It needs a component to tell when there is something to draw; this one is never
            // shown.
            var tracker = new MediaTracker(new Canvas());
            tracker.addImage(image, 0);
            try {
                tracker.waitForID(0, PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
