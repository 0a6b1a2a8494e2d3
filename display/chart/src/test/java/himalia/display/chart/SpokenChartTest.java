package himalia.display.chart;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.display.bundle.Escape;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Svg;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every chart has a name and words in each form that has a place for them. */
class SpokenChartTest {
    static Stream<Chart> charts() {
        return Stream.concat(
                Gallery.all().values().stream(),
                Stream.of(Charts.bar("<b> & \"c\"", List.of("<a>"), 1)));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void inSvgItIsAnImageWithATitleAndADescription(Chart chart) {
        var title = chart.figure().title();
        assertThat(chart.svg())
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" ")
                .contains(
                        "\n<title>"
                                + text(title)
                                + "</title>\n<desc>"
                                + text(chart.text())
                                + "</desc>\n");
    }

    @ParameterizedTest
    @MethodSource("charts")
    void inHtmlItsWordsAreTheAlternativeOfThePicture(Chart chart) {
        var html = new Svg(chart.svg()).bundle().data().get(MimeBundle.HTML);
        assertThat(String.valueOf(html))
                .startsWith(
                        "<img style=\"background:#fff\" alt=\""
                                + Escape.html(chart.text())
                                + "\" src=\"data:image/svg+xml;base64,");
    }

    @ParameterizedTest
    @MethodSource("charts")
    void inVegaLiteItsWordsAreTheDescription(Chart chart) {
        var live = chart.interactive().bundle().data().get(MimeBundle.VEGA_LITE);
        assertThat(live)
                .isInstanceOfSatisfying(
                        Map.class,
                        all -> assertThat(all.get("description")).isEqualTo(chart.text()));
    }

    private static String text(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
