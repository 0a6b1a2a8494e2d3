package himalia.install.jupyter;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class NeedsTest {
    @Test
    void whatIsMissingFailsTheGateByName() {
        assertThatThrownBy(() -> Needs.that(false, "no chromium on the PATH", Map.of("CI", "true")))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage(
                        "no chromium on the PATH: the gate (CI=true) skips no test; install it, or unset CI");
    }

    @Test
    void whatIsMissingSkipsTheTestOfAPerson() {
        for (var environment : List.of(Map.<String, String>of(), Map.of("CI", "false"))) {
            assertThatThrownBy(() -> Needs.that(false, "no chromium on the PATH", environment))
                    .isInstanceOf(TestAbortedException.class)
                    .hasMessage("Assumption failed: no chromium on the PATH");
        }
    }

    @Test
    void whatIsThereLetsTheTestGoOn() {
        assertThatCode(() -> Needs.that(true, "", Map.of("CI", "true"))).doesNotThrowAnyException();
    }
}
