package himalia.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutputLimitTest {
    @Test
    void aHundredMillionCharactersPassAndTheRestIsToldOnce() {
        var limit = new OutputLimit();
        var million = "x".repeat(1_000_000);
        long shown = 0;
        for (int i = 0; i < 199; i++) {
            shown += limit.take(million).orElseThrow().length();
        }
        assertThat(shown).isEqualTo(199_000_000);
        assertThat(limit.take(million + "xy").orElseThrow())
                .startsWith(million + "\n[this cell has printed 200 million characters");
        assertThat(limit.take("more")).isEmpty();
    }
}
