package himalia.evaluation.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {
    /** The numbers are R's, p.adjust(p, "holm"). */
    @Test
    void theLeastIsCorrectedForAllAndNoneFallsBelowTheOneBefore() {
        assertThat(Holm.corrected(0.01, 0.04, 0.03, 0.005))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
        assertThat(Holm.corrected(0.5, 0.9)).containsExactly(1, 1);
        assertThat(Holm.corrected()).isEmpty();
    }

    @Test
    void aTestWithoutAnOutcomeCountsAndStaysUndefined() {
        var corrected = Holm.corrected(Double.NaN, 0.02);

        assertThat(corrected[0]).isNaN();
        assertThat(corrected[1]).isEqualTo(0.04);
        assertThatThrownBy(() -> Holm.corrected(1.5))
                .hasMessage("probabilities are from 0 to 1, got 1.5");
    }
}
