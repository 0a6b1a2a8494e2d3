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
import org.junit.jupiter.api.io.TempDir;

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
    void pointsLieOverALine() {
        var chart =
                Charts.line("Fit")
                        .x("x", 1, 2, 3)
                        .y("line", 1, 2, 3)
                        .asPoints()
                        .x("x", 1, 2)
                        .y("measured", 1.2, 1.9);

        assertThat(chart.figure().marks())
                .extracting(mark -> mark.getClass().getSimpleName() + " " + mark.name())
                .containsExactly("Line line", "Points measured");
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
                .hasMessage("'value' has 1 value for 2 bars; give one value for each name");
        assertThatThrownBy(() -> Charts.roc("r", new boolean[] {true, true}, 0.1, 0.2))
                .hasMessage(
                        "a curve over thresholds needs rows of both classes, got 2 positive and 0 negative ones");
        assertThatThrownBy(() -> Charts.pipeline("p", Map.of("a", List.of("a"))))
                .hasMessage("the pipeline runs in a circle: a needs a");
        assertThatThrownBy(() -> Charts.line("l").save(Path.of("chart.gif")))
                .hasMessage(
                        "a chart is saved as .png, .svg or .pdf, got 'chart.gif'; name the file chart.png");
        assertThatThrownBy(() -> Charts.line("l").size(10, 10))
                .hasMessage(
                        "a chart's size must be from 80 × 60 to 4000 × 4000 pixels, got 10 × 10");
    }

    @Test
    void aScoreThatIsNoNumberIsRefusedWithItsRow() {
        var truth = new boolean[] {true, false, true};
        var scores = Map.of("m", new double[] {0.9, Double.NaN, 0.1});
        var refusal =
                "the score of row 1 is NaN, and stands in no order; give it a score, or leave the row out";
        assertThatThrownBy(() -> Charts.roc("r", truth, scores)).hasMessage(refusal);
        assertThatThrownBy(() -> Charts.precisionRecall("r", truth, scores)).hasMessage(refusal);
        assertThatThrownBy(() -> Charts.calibration("r", truth, scores)).hasMessage(refusal);
        assertThatThrownBy(
                        () -> Charts.calibration("r", truth, Map.of("m", new double[] {0, 2, 1})))
                .hasMessage("calibration takes probabilities from 0 to 1, got 2.0 in row 1");
        assertThatThrownBy(() -> Charts.calibration("r", truth, Map.of("m", new double[] {1})))
                .hasMessage("3 labels and 1 score; give one score for each label");
    }

    @Test
    void aMatrixThatIsNoneIsRefusedWithItsRow() {
        var classes = List.of("no", "yes");
        assertThatThrownBy(() -> Charts.confusionMatrix("c", classes, new long[][] {{1, 2}, {3}}))
                .hasMessage(
                        "row 'yes' of the confusion matrix has 1 count for 2 classes; give one for each class");
        assertThatThrownBy(
                        () -> Charts.confusionMatrix("c", classes, new long[][] {{1, -2}, {3, 4}}))
                .hasMessage("row 'no' of the confusion matrix counts -2; a count is at least 0");
        assertThatThrownBy(() -> Charts.heatMap("h", classes, List.of("a"), new double[][] {{1}}))
                .hasMessage("row 'a' of the heat map has 1 value for 2 columns; give one for each");
    }

    @Test
    void wordsNameWhatThePictureCannotWrite() {
        var chart = Charts.line("Sales \uDBFF\uDFFD").y("a", 1, 2);
        assertThat(new ChartRenderer().render(chart).text())
                .startsWith(chart.text() + "\n[the picture shows boxes in place of ")
                .contains("for which this machine has no font");
        var plain = Charts.line("Größe").y("a", 1, 2);
        assertThat(new ChartRenderer().render(plain).text()).isEqualTo(plain.text());
    }

    @Test
    void aPictureIsSavedIntoAFolderThatIsMadeForIt(@TempDir Path folder) throws IOException {
        var chart = Charts.line("l").y("a", 1, 2);
        for (var name : List.of("chart.png", "chart.svg")) {
            var file = folder.resolve("new").resolve(name).resolve(name);
            assertThat(chart.save(file)).isEqualTo(file).isNotEmptyFile();
        }
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
