package himalia.display.chart;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.display.bundle.MimeBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class TableGalleryTest {
    /** Pictures are for eyes: they lie in target/tables after the tests. */
    @Test
    void everyChartFromATableIsDrawnSmallAndToldInWords() throws IOException {
        var folder = Files.createDirectories(Path.of("target/tables"));
        for (var entry : TableGallery.all().entrySet()) {
            var name = entry.getKey();
            var chart = entry.getValue();
            var bundle = new ChartRenderer().render(chart);
            assertThat(bundle.data().get("image/png")).as(name).isInstanceOf(byte[].class);
            assertThat(Files.size(chart.save(folder.resolve(name + ".png"))))
                    .as(name)
                    .isLessThan(300_000);
            chart.save(folder.resolve(name + ".svg"));
            assertThat(Files.size(chart.save(folder.resolve(name + ".pdf"))))
                    .as(name)
                    .isLessThan(300_000);
            Files.writeString(folder.resolve(name + ".txt"), chart.text());
            var live = chart.interactive().bundle().data().get(MimeBundle.VEGA_LITE);
            Files.writeString(folder.resolve(name + ".vl.json"), Json.of(live));
        }
    }

    @Test
    void everyFacetIsDrawnInEveryForm() throws IOException {
        var folder = Files.createDirectories(Path.of("target/tables"));
        for (var entry : TableGallery.panels().entrySet()) {
            for (var end : new String[] {".png", ".svg", ".pdf"}) {
                assertThat(entry.getValue().save(folder.resolve(entry.getKey() + end))).exists();
            }
            var live = entry.getValue().interactive();
            var data = live.bundle().data().get(MimeBundle.VEGA_LITE);
            Files.writeString(folder.resolve(entry.getKey() + ".vl.json"), Json.of(data));
            assertThat(Json.of(data)).contains("\"concat\":[");
        }
    }
}
