package himalia.display.chart.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MissingLettersTest {
    @Test
    void theScriptsThatNoFontHasAreNamed() {
        assertThat(MissingLetters.in("Größe 売上 매출 ひ 🎉", letter -> letter < 0x1000))
                .contains(
                        new MissingLetters(
                                "the picture shows boxes in place of Han, Hangul, Hiragana, emoji"
                                        + " and symbols, for which this machine has no font;"
                                        + " install one, on Debian and Ubuntu fonts-noto-cjk or"
                                        + " another of fonts-noto"));
    }

    @Test
    void whatOurOwnFontHasIsNeverMissing() {
        assertThat(MissingLetters.in("Größe · Ωμ − Привет … ∞\n  a")).isEmpty();
    }
}
