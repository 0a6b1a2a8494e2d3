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
