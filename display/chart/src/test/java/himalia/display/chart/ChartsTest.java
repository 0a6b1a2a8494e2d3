package himalia.display.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ChartsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @Test
    void everyChartIsToldInTheseWords() throws IOException {
        var all = new StringBuilder();
        for (var entry : Gallery.all().entrySet()) {
            all.append("== ")
                    .append(entry.getKey())
                    .append('\n')
                    .append(entry.getValue().text())
                    .append('\n');
        }
        golden("charts.txt", all.toString());
    }

    @Test
    void aChartInSvgIsSmallAndNamesItself() throws IOException {
        golden("bar.svg", Charts.bar("Rows per class", List.of("no", "yes"), 9512, 488).svg());
        golden("line.svg", Gallery.learning().svg());
    }

    @Test
    void aPictureHasTwiceTheDensityOfThePage() throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(Gallery.learning().size(300, 200).png()));
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(600, 400);
    }

    @Test
    void theAreaUnderTheCurveIsTheShareOfPairsInTheRightOrder() {
        var truth = new boolean[] {true, false, true, false};
        assertThat(Charts.roc("r", truth, 0.9, 0.8, 0.7, 0.1).text()).contains("area 0.750");
        assertThat(Charts.roc("r", truth, 1, 1, 1, 1).text()).contains("area 0.500");
        assertThat(Charts.precisionRecall("r", truth, 0.9, 0.8, 0.7, 0.1).text())
                .contains("average precision 0.833");
    }

    @Test
    void seriesOfAMapWithoutOrderAreShownByName() {
        var groups = Map.of("c", new double[] {1}, "a", new double[] {2}, "b", new double[] {3});
        assertThat(Charts.box("b", groups).text()).containsSubsequence("  a:", "  b:", "  c:");
        var ordered = new LinkedHashMap<String, double[]>();
        ordered.put("b", new double[] {1});
        ordered.put("a", new double[] {1});
        assertThat(Charts.box("b", ordered).text()).containsSubsequence("  b:", "  a:");
    }

    @Test
    void slipsAreAnsweredWithTheValueAndTheWayOut() {
        assertThatThrownBy(() -> Charts.line("l").x("x", 1, 2).y("loss", 1, 2, 3))
                .hasMessage("series 'loss' has 2 x values and 3 y values; give one y for each x");
        assertThatThrownBy(() -> Charts.bar("b", List.of("a", "b"), 1))
                .hasMessage("'value' has 1 values for 2 bars; give one value for each name");
        assertThatThrownBy(() -> Charts.roc("r", new boolean[] {true, true}, 0.1, 0.2))
                .hasMessage(
                        "a curve over thresholds needs rows of both classes, got 2 positive and 0 negative ones");
        assertThatThrownBy(() -> Charts.pipeline("p", Map.of("a", List.of("a"))))
                .hasMessage("the pipeline runs in a circle: a needs a");
        assertThatThrownBy(() -> Charts.line("l").save(Path.of("chart.gif")))
                .hasMessage(
                        "a chart is saved as .png or .svg, got 'chart.gif'; name the file chart.png");
        assertThatThrownBy(() -> Charts.line("l").size(10, 10))
                .hasMessage(
                        "a chart's size must be from 80 × 60 to 4000 × 4000 pixels, got 10 × 10");
    }

    @Test
    void emptyAndDegenerateDataMakeAPictureAllTheSame() {
        var nothing = Double.NaN;
        for (var chart :
                List.of(
                        Charts.line("l"),
                        Charts.line("l").y("a"),
                        Charts.line("l").y("a", 5),
                        Charts.line("l").y("a", nothing, nothing),
                        Charts.line("l").y("a", -1, 0, 1).logY(),
                        Charts.line("l").y("a", 1e-300, 1e300).logY(),
                        Charts.line("l").y("a", -Double.MAX_VALUE, Double.MAX_VALUE),
                        Charts.scatter("s").y("a", 3, 3, 3),
                        Charts.bar("b", List.of()),
                        Charts.bar("b", List.of("a"), 0),
                        Charts.histogram("h", "x"),
                        Charts.histogram("h", "x", 2, 2, 2),
                        Charts.box("b", Map.of("a", new double[0])),
                        Charts.heatMap("h", List.of(), List.of(), new double[0][]),
                        Charts.confusionMatrix("c", List.of("a"), new long[][] {{0}}),
                        Charts.featureImportance("f", Map.of()),
                        Charts.timeline("t", List.of()),
                        Charts.pipeline("p", Map.of()),
                        Charts.parallelCoordinates("p", Map.of(), List.of()))) {
            assertThat(chart.png()).as(chart.text()).isNotEmpty();
            assertThat(chart.svg())
                    .as(chart.text())
                    .startsWith("<svg")
                    .doesNotContain("NaN\"", "Infinity");
            assertThat(chart.interactive().bundle().text()).isNotEmpty();
        }
    }

    private static void golden(String name, String shown) throws IOException {
        var file = GOLDEN.resolve(name);
        if ("write".equals(System.getProperty("himalia.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, shown);
        }
        assertThat(shown).isEqualTo(Files.readString(file));
    }
}
