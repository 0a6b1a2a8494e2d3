package himalia.display.chart;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.display.bundle.MimeBundle;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Charts of nothing, of little, and of what is no number. */
class NoDataTest {
    private static final double NAN = Double.NaN;
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    static Stream<Chart> nothing() {
        return Stream.of(
                Charts.line("l"),
                Charts.line("l").y("a"),
                Charts.line("l").y("a", NAN, INFINITE),
                Charts.line("l").y("a", NAN).threshold(3, "limit"),
                Charts.scatter("s").x("x", NAN, 1).y("a", 1, INFINITE),
                Charts.bar("b", List.of()),
                Charts.histogram("h"),
                Charts.histogram("h", NAN, -INFINITE),
                Charts.histogram("h", Map.of()),
                Charts.box("b", Map.of("a", new double[] {NAN}, "b", new double[0])),
                Charts.heatMap("h", List.of(), List.of(), new double[0][]),
                Charts.featureImportance("f", Map.of()),
                Charts.timeline("t", List.of()),
                Charts.pipeline("p", Map.of()),
                Charts.parallelCoordinates("p", Map.of(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("nothing")
    void aPictureOfNothingSaysSoInsteadOfInventingAnAxis(Chart chart) {
        assertThat(texts(chart)).contains("no data").doesNotContain("0", "1");
        assertThat(chart.text()).containsPattern("no (data|points|values|cells)");
        assertThat(Json.of(chart.interactive().bundle().data().get(MimeBundle.VEGA_LITE)))
                .containsPattern("\"subtitle\":\"(no data|0 columns, 0 rows)\"");
        assertThat(chart.png()).isNotEmpty();
    }

    @Test
    void barsThatAreAllZeroLieOnTheAxisAtTheBottom() {
        assertThat(texts(Charts.bar("b", List.of("x", "y"), 0, 0)))
                .containsExactly("b", "0", "0", "0", "1", "x", "y");
        assertThat(texts(Charts.flatBar("b", "", List.of("x"), 0)))
                .containsExactly("b", "0", "0", "1", "x");
    }

    @Test
    void aBarThatIsNoNumberIsTheWordForIt() {
        var chart = Charts.bar("b", List.of("x", "y", "z", "w"), NAN, INFINITE, -INFINITE, 2);
        assertThat(texts(chart)).contains("NaN", "∞", "−∞", "2");
        assertThat(chart.text()).isEqualTo("b · bar chart\n  value: x NaN, y ∞, z −∞, w 2");
        assertThat(texts(Charts.flatBar("b", "", List.of("x", "y"), NAN, 1))).contains("NaN");
    }

    @Test
    void whatIsLeftOutIsCounted() {
        assertThat(Charts.histogram("h", "x", 1, 2, INFINITE, NAN, 3).text())
                .isEqualTo(
                        "h · histogram · rows by x\n"
                                + "  x: 3 values, median 2, half of them from 1.5 to 2.5, all from 1 to 3,"
                                + " 2 not finite");
        assertThat(Charts.line("l").y("a", 1, NAN, 4).text())
                .isEqualTo(
                        "l · line chart\n"
                                + "  a: 2 points (1 not finite), from 1 at 0 to 4 at 2, between 1 and 4");
        assertThat(Charts.line("l").x("epoch", 1, 2, 3, 4).y("a", NAN, 5, 6, NAN).text())
                .isEqualTo(
                        "l · line chart · epoch\n"
                                + "  a: 2 points (2 not finite), from 5 at 2 to 6 at 3, between 5 and 6");
        assertThat(Charts.scatter("s").x("x", 1, 2).y("y", INFINITE, 3).text())
                .isEqualTo(
                        "s · scatter chart · y by x\n"
                                + "  y: 1 point (1 not finite), x from 2 to 2, y from 3 to 3");
    }

    @Test
    void oneValueIsSeen() {
        assertThat(Charts.box("b", Map.of("a", new double[] {3})).text())
                .isEqualTo(
                        "b · box plot\n  a: 1 value, median 3, half of them from 3 to 3, all from 3 to 3");
        // A box without height: no pale median across it.
        assertThat(Charts.box("b", Map.of("a", new double[] {3})).svg())
                .containsPattern("<rect [^>]*fill=\"#0072b2\"");
        assertThat(Charts.box("b", Map.of("a", new double[] {3})).figure().marks()).hasSize(2);
        assertThat(Charts.line("l").y("a", 5).svg()).contains("stroke-linecap=\"round\"");
    }

    @Test
    void aHistogramNeedsNoLabel() {
        var lengths = Map.of("short", new double[] {1, 2}, "long", new double[] {8, 9});
        assertThat(Charts.histogram("Lengths", 1, 2, 3).text())
                .isEqualTo(
                        "Lengths · histogram · rows\n"
                                + "  values: 3 values, median 2, half of them from 1.5 to 2.5, all from 1 to 3");
        assertThat(Charts.histogram("Lengths", List.of(1, 2, 3)).text())
                .isEqualTo(Charts.histogram("Lengths", 1, 2, 3).text());
        assertThat(Charts.histogram("Lengths", lengths).figure().series())
                .containsExactly("long", "short");
    }

    /** What is written in the picture, in the order in which it is drawn. */
    private static List<String> texts(Chart chart) {
        return Pattern.compile("<text [^>]*>([^<]*)</text>")
                .matcher(chart.svg())
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
