package himalia.display.chart;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.display.bundle.MimeBundle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ImageRendererTest {
    private final ImageRenderer renderer = new ImageRenderer();

    @Test
    void aPictureOfAPageKeepsEachPixel() throws IOException {
        var noise = noise(900, 300, BufferedImage.TYPE_INT_ARGB);
        var bundle = renderer.render(noise);
        assertThat(bundle.text()).isEqualTo("image of 900 × 300 pixels");
        assertThat(bundle.metadata())
                .isEqualTo(Map.of("image/png", Map.of("width", 800, "height", 267)));
        assertThat(pixels(read(bundle, MimeBundle.PNG))).isEqualTo(pixels(noise));
    }

    @Test
    void aPhotographReachesTheFrontEnd() throws IOException {
        var bundle = renderer.render(noise(4000, 3000, BufferedImage.TYPE_INT_RGB));
        assertThat(bundle.text()).isEqualTo("image of 4000 × 3000 pixels, shown with 1600 × 1200");
        assertThat(bundle.metadata())
                .isEqualTo(Map.of("image/jpeg", Map.of("width", 800, "height", 600)));
        assertThat(bytes(bundle, MimeBundle.JPEG)).hasSizeLessThan(2_000_000);
        var shown = read(bundle, MimeBundle.JPEG);
        assertThat(List.of(shown.getWidth(), shown.getHeight())).containsExactly(1600, 1200);
    }

    @Test
    void aLargePictureThatCanBeSeenThroughStaysSo() throws IOException {
        var bundle = renderer.render(noise(3000, 2000, BufferedImage.TYPE_INT_ARGB));
        assertThat(bundle.text()).isEqualTo("image of 3000 × 2000 pixels, shown with 800 × 533");
        assertThat(bytes(bundle, MimeBundle.PNG)).hasSizeLessThan(2_000_000);
        assertThat(read(bundle, MimeBundle.PNG).getColorModel().hasAlpha()).isTrue();
    }

    @Test
    void aLargeFlatPictureStaysPng() {
        var bundle = renderer.render(new BufferedImage(5000, 40, BufferedImage.TYPE_BYTE_GRAY));
        assertThat(bundle.text()).isEqualTo("image of 5000 × 40 pixels, shown with 1600 × 13");
        assertThat(bundle.metadata())
                .isEqualTo(Map.of("image/png", Map.of("width", 800, "height", 6)));
    }

    private static BufferedImage noise(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        var random = new Random(7);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return image;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static BufferedImage read(MimeBundle bundle, String mime) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes(bundle, mime)));
    }

    private static byte[] bytes(MimeBundle bundle, String mime) {
        return (byte[]) bundle.data().getOrDefault(mime, new byte[0]);
    }
}
