package himalia.display.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalTableTest {
    private static IntervalTable.Row row(double low, double high) {
        return new IntervalTable.Row(List.of("a"), 0.5, low, high, false);
    }

    @Test
    void aPictureIsToldInWordsAndNoIntervalIsNotANumber() {
        var table =
                new IntervalTable(
                        List.of("slice"),
                        List.of(row(0.25, 0.75), row(Double.NaN, Double.NaN)),
                        Double.NaN);

        assertThat(table.html())
                .contains("aria-label=\"0.500, 0.250 to 0.750\"", "aria-label=\"0.500\"")
                .doesNotContain("NaN");
    }
}
