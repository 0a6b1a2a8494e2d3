package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Assertions in cells are on until the user says otherwise. */
@Timeout(120)
class AssertionsTest {
    /** As every kernel begins. */
    private static final String OURS = "-ea:REPL...";

    @ParameterizedTest
    @ValueSource(strings = {"-da", "-disableassertions", "-da:...", "-da:REPL..."})
    void whatTurnsThemOffTurnsThemOffInCells(String option) {
        try (var cells = new TestWorker(OURS, option)) {
            assertThat(cells.value("assert 1 > 2; 5")).isEqualTo("5");
        }
    }

    @Test
    void theLastWordCounts() {
        try (var cells = new TestWorker(OURS, "-da", "-ea")) {
            assertThat(cells.failure("assert 1 > 2; 5")).startsWith("AssertionError");
        }
    }
}
