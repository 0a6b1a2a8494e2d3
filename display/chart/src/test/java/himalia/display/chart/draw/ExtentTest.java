package himalia.display.chart.draw;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.display.chart.Charts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExtentTest {
    private static final List<Map<String, Integer>> ROWS =
            List.of(Map.of("x", 1, "y", 2), Map.of("x", 2, "y", 3));

    /** matplotlib: axhline, axvline and their like widen the axes that nobody fixed. */
    @Test
    void whatIsWrittenBeyondTheDataIsSeen() {
        var chart = Charts.line(ROWS).x("x").y("y");
        var figure = chart.threshold(9, "limit").vertical(5, "end").figure();
        assertThat(Extent.ofY(figure).high()).isGreaterThan(9);
        assertThat(Extent.ofX(figure).high()).isEqualTo(5);
        assertThat(Extent.ofX(figure).low()).isEqualTo(1);
        var noted = chart.annotate(0, -4, "before").figure();
        assertThat(Extent.ofX(noted).low()).isZero();
        assertThat(Extent.ofY(noted).low()).isLessThan(-4);
        assertThat(Extent.ofY(chart.threshold(2.5, "half").figure()).isWhole()).isTrue();
    }
}
