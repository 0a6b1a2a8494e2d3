package himalia.magics.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimingTest {
    @Test
    void theMedianOfTwoRoundsIsTheirMean() {
        assertThat(Timing.of(new double[] {3, 1}, 10, true).median()).isEqualTo(2);
        assertThat(Timing.of(new double[] {3, 1, 7}, 10, true).median()).isEqualTo(3);
    }

    @Test
    void codeThatNothingUsesMayHaveBeenLeftOut() {
        assertThat(new Timing(2.1, 2, 3, 7, 1000, false))
                .hasToString(
                        "2.1 ns a call, median of 7 rounds of 1,000 calls (from 2.0 ns to 3.0 ns)\n"
                                + "Nothing uses what this computes, so the JVM may have left it out; end it with its value.");
        assertThat(new Timing(2.1, 2, 3, 7, 1000, true).toString()).doesNotContain("left it out");
        assertThat(new Timing(800, 2, 3, 7, 1000, false).toString()).doesNotContain("left it out");
    }
}
