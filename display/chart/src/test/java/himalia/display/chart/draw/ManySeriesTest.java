package himalia.display.chart.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tells more series apart than there are colours, and what a long note becomes. */
class ManySeriesTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void twentySeriesHaveTwentyColoursThatAreNotTheGround(boolean dark) {
        var theme = Theme.of(dark);
        var colours = IntStream.range(0, 20).mapToObj(theme::series).toList();

        assertThat(colours).doesNotHaveDuplicates();
        for (int one = 0; one < 20; one++) {
            assertThat(distance(colours.get(one), theme.ground())).isGreaterThan(90);
            for (int other = 0; other < one; other++) {
                var alike = Marker.of(one) == Marker.of(other);
                assertThat(distance(colours.get(one), colours.get(other)))
                        .as("%d and %d", one, other)
                        .isGreaterThan(alike ? 20 : 10);
            }
        }
    }

    /** In red, green and blue, of 255 each. */
    private static double distance(Ink one, Ink other) {
        double sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double apart = (one.rgb() >> shift & 0xff) - (other.rgb() >> shift & 0xff);
            sum += apart * apart;
        }
        return Math.sqrt(sum);
    }

    /** As light as dots, of which a picture draws 1,500 of a series. */
    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    void manyPointsOfALateSeriesAreOnePath(int place) {
        var x = new double[50_000];
        var canvas = new SvgCanvas("points", "many", 640, 400, Ink.of(0xffffff));
        int before = canvas.svg().length();

        canvas.markers(Marker.of(place), x, x, x.length, 2, Ink.of(0x336699));

        var drawn = canvas.svg().substring(before - "</svg>".length());
        assertThat(drawn.split("<path", -1)).hasSize(2);
        assertThat(drawn.split("Z", -1)).hasSizeBetween(1_000, 1_501);
    }

    @Test
    void aWordThatNoLineHoldsGoesOnInTheNextOne() {
        var path = "/data/" + "warehouse/".repeat(8) + "𝒳.parquet";

        var lines = TextWidth.lines(path + " was read", 12, 200, 9);

        assertThat(lines)
                .hasSizeGreaterThan(2)
                .allMatch(each -> TextWidth.of(each, 12, false) <= 200);
        assertThat(String.join("", lines).replace(" ", "")).isEqualTo(path + "wasread");
    }

    @Test
    void aLongNoteStandsInLinesThatEndAtBlanksAndLosesNothing() {
        var note = "970 made, on lines between two rows, 424 of them beyond the first, away";

        var lines = TextWidth.lines(note, 12, 200, 5);

        assertThat(lines)
                .hasSizeGreaterThan(1)
                .allMatch(line -> TextWidth.of(line, 12, false) <= 200);
        assertThat(String.join(" ", lines)).isEqualTo(note);
        assertThat(TextWidth.lines(note, 12, 200, 2)).hasSize(2).last().asString().endsWith("…");
        assertThat(TextWidth.lines("", 12, 200, 3)).isEmpty();
        assertThat(TextWidth.lines("short", 12, 200, 3)).isEqualTo(List.of("short"));
    }
}
