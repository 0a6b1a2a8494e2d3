package himalia.display.chart;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.display.bundle.Display;
import himalia.display.bundle.MimeBundle;
import himalia.display.chart.mark.Figure;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What eyes found wrong, once it is right. */
class LooksTest {
    @Test
    void theNameOfASingleScatterStandsAtItsAxisAndOfSeveralInTheLegend() {
        var one = Charts.scatter("s").x("age", 1, 2).y("income", 3, 4);
        assertThat(one.figure().y().label()).isEqualTo("income");
        assertThat(one.y("rent", 1, 2).figure().y().label()).isEmpty();
        assertThat(one.yLabel("euro").y("rent", 1, 2).figure().y().label()).isEqualTo("euro");
    }

    @Test
    void aPictureWithoutPixelsIsOneLine() {
        var broken = Toolkit.getDefaultToolkit().createImage(new byte[0]);
        assertThat(Display.render(broken))
                .isEqualTo(MimeBundle.plain("image without pixels: it could not be loaded"));
        var flat =
                new BufferedImage(3, 1, BufferedImage.TYPE_INT_RGB) {
                    @Override
                    public int getHeight(@Nullable ImageObserver observer) {
                        return 0;
                    }
                };
        assertThat(Display.render(flat)).isEqualTo(MimeBundle.plain("image without pixels: 3 × 0"));
    }

    @Test
    void chartsBesideEachOtherFitAPage() {
        var chart = Charts.line("l").y("a", 1, 2);
        assertThat(widths(Charts.panels("p", 2, chart, chart))).containsExactly(420, 420);
        assertThat(widths(Charts.panels("p", 2, chart.size(300, 200), chart)))
                .containsExactly(300, 420);
        assertThat(widths(Charts.panels("p", 3, chart))).containsExactly(640);
    }

    @Test
    void theWordsOfAThresholdKeepOutOfTheWayOfCurves() {
        var rising = Charts.line("l").y("a", -1, -1, -1, -1, -0.1, 0.03).threshold(0, "rest");
        var falling = Charts.line("l").y("a", 0.03, -0.1, -1, -1, -1, -1).threshold(0, "rest");
        assertThat(xOf("rest", rising)).isLessThan(320);
        assertThat(xOf("rest", falling)).isGreaterThan(320);
    }

    @Test
    void theNumberOfTheHighestBarStandsBelowTheNameOfItsAxis() {
        var sales =
                List.of(
                        java.util.Map.of("kind", "a", "sold", 17.45),
                        java.util.Map.of("kind", "b", "sold", 3.0));
        var svg = Charts.bar(sales).x("kind").y("sold").yLabel("sold in a year").svg();
        assertThat(yOf("17.45", svg) - yOf("sold in a year", svg)).isGreaterThan(12);
    }

    private static double yOf(String text, String svg) {
        var found =
                Pattern.compile("<text[^>]*y=\"([\\d.]+)\"[^>]*>" + Pattern.quote(text) + "<")
                        .matcher(svg);
        assertThat(found.find()).as(text + " in " + svg).isTrue();
        return Double.parseDouble(found.group(1));
    }

    @Test
    void slantedNamesBeginInThePicture() {
        var names = IntStream.range(0, 40).mapToObj(i -> "category number " + i).toList();
        var end = xOf("category number 0", Charts.bar("b", names, new double[40]));
        assertThat(end).isBetween(90.0, 120.0);
    }

    @Test
    void anEmptyBinIsNoBar() {
        assertThat(bars(Charts.histogram("h", "x", 0, 0, 0, 0, 9, 9))).isEqualTo(2);
    }

    @Test
    void parallelCoordinatesHaveAnUprightForEachColumn() {
        var columns = new java.util.LinkedHashMap<String, double[]>();
        columns.put("a", new double[] {1, 2});
        columns.put("b", new double[] {3, 4});
        var chart = Charts.parallelCoordinates("p", columns, List.of("x", "y"));
        assertThat(chart.figure().series()).containsExactly("x", "y");
        assertThat(chart.figure().marks().get(0).name()).isEmpty();
    }

    @Test
    void noAxisCrossesADecisionSurface() {
        var x = new double[] {-2, -1, 1, 2};
        var chart =
                Charts.decisionSurface(
                        "d", x, x, List.of("a", "a", "b", "b"), (a, b) -> a < 0 ? "a" : "b");
        var axis =
                Pattern.compile("stroke=\"#8c959f\"[^>]*d=\"M[\\d.]+ ([\\d.]+)L")
                        .matcher(chart.svg())
                        .results()
                        .map(found -> Double.parseDouble(found.group(1)))
                        .toList();
        assertThat(axis).singleElement().satisfies(y -> assertThat(y).isGreaterThan(350));
    }

    @Test
    void anInteractiveChartHasTheGroundOfItsPicture() {
        var light = Json.of(live(Charts.scatter("s").y("a", 1)));
        var dark = Json.of(live(Charts.scatter("s").y("a", 1).dark()));
        assertThat(light).contains("\"background\":\"#ffffff\"");
        assertThat(dark).contains("\"background\":\"#16191d\"");
    }

    private static Object live(Chart chart) {
        return chart.interactive().bundle().data().getOrDefault(MimeBundle.VEGA_LITE, "");
    }

    private static List<Integer> widths(Panels panels) {
        return panels.figures().stream().map(Figure::width).toList();
    }

    private static double xOf(String words, Chart chart) {
        return Pattern.compile("<text x=\"([\\d.]+)\"[^>]*>" + words + "<")
                .matcher(chart.svg())
                .results()
                .map(found -> Double.parseDouble(found.group(1)))
                .findFirst()
                .orElseThrow();
    }

    private static long bars(Chart chart) {
        return Pattern.compile("<rect [^>]*fill=\"#0072b2\"")
                .matcher(chart.svg())
                .results()
                .map(MatchResult::group)
                .count();
    }
}
