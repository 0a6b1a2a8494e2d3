package himalia.display.chart;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.display.bundle.MimeBundle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GalleryTest {
    /** Pictures are for eyes: they lie in target/gallery after the tests. */
    @Test
    void everyChartIsDrawnSmallAndToldInWords() throws IOException {
        var folder = Files.createDirectories(Path.of("target/gallery"));
        for (var entry : Gallery.all().entrySet()) {
            var chart = entry.getValue();
            var png = chart.png();
            Files.write(folder.resolve(entry.getKey() + ".png"), png);
            var live = chart.interactive().bundle().data().get(MimeBundle.VEGA_LITE);
            Files.writeString(folder.resolve(entry.getKey() + ".vl.json"), Json.of(live));
            chart.save(folder.resolve(entry.getKey() + ".svg"));
            Files.writeString(folder.resolve(entry.getKey() + ".txt"), chart.text());
            assertThat(png.length).as(entry.getKey()).isLessThan(300_000);
            assertThat(chart.svg().getBytes(StandardCharsets.UTF_8))
                    .as(entry.getKey())
                    .hasSizeLessThan(60_000);
        }
    }

    @Test
    void chartsStandBesideEachOtherOnOnePicture() throws IOException {
        var pairs = Charts.pairPlot("Iris", Gallery.flowers(), Gallery.kinds());
        Files.write(
                Files.createDirectories(Path.of("target/gallery")).resolve("pairs.png"),
                pairs.png());
        assertThat(pairs.bundle().text()).startsWith("Iris\nhistogram");
    }
}
