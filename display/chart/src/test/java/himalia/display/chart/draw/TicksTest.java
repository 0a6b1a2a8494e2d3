package himalia.display.chart.draw;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.display.chart.mark.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicksTest {
    private static List<String> ticks(double low, double high, boolean logarithmic, boolean whole) {
        return Ticks.of(new Span(low, high, 0, 600, logarithmic), 72, whole).texts();
    }

    @Test
    void stepsAreRoundAndShareTheirDecimals() {
        assertThat(ticks(0, 1, false, false))
                .containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1.0");
        assertThat(ticks(-3, 12_500_000, false, false)).contains("2 M", "12 M");
    }

    @Test
    void aUnitIsTheLargestThatFits() {
        assertThat(ticks(0, 3_000_000, false, false)).contains("1.0 M", "3.0 M");
        assertThat(ticks(0, 4e9, false, false)).contains("1.0 G", "4.0 G");
        assertThat(ticks(0, 5000, false, false)).contains("1,000", "5,000");
    }

    @Test
    void wordsWriteLargeNumbersAsAxesDo() {
        assertThat(List.of(1e9, -2.5e7, 999_960_000.0, 9_999_999.0, 3e12))
                .extracting(Quantity::of)
                .containsExactly("1 G", "−25 M", "1 G", "9,999,999", "3e12");
    }

    @Test
    void wholeNumbersHaveNoHalfSteps() {
        assertThat(ticks(1, 4, false, true)).containsExactly("1", "2", "3", "4");
        assertThat(ticks(0, 20, false, true)).containsExactly("0", "5", "10", "15", "20");
    }

    @Test
    void equalFactorsAreEqualStepsOnALogarithmicAxis() {
        assertThat(ticks(1, 10_000, true, false))
                .containsExactly("1", "10", "100", "1,000", "10,000");
    }
}
