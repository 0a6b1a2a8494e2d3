package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.java.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks for another process need not be able to run in the one that there is. */
@Timeout(120)
class RestartLineTest {
    private static final String OUT_OF_MEMORY =
            "if (System.getProperty(\"full\") != null) throw new OutOfMemoryError(\"Java heap space\");\n5";

    private static final String DYING =
            "if (System.getProperty(\"full\") != null) Runtime.class.getMethod(\"halt\", int.class).invoke(Runtime.getRuntime(), 3);\n5";

    private static TestWorker full() {
        var cells = new TestWorker();
        cells.value("int kept = 7;\nSystem.setProperty(\"full\", \"yes\");");
        return cells;
    }

    @ParameterizedTest
    @ValueSource(strings = {OUT_OF_MEMORY, DYING})
    void aFreshProcessRunsItAndWhatThatCostsIsSaid(String source) {
        try (var cells = full()) {
            var outcome = cells.run("%jvm --heap 400m", source);
            assertThat(outcome).isInstanceOf(Outcome.Finished.class);
            assertThat(cells.printed())
                    .startsWith("[notice] the process that ran the cells is gone: ")
                    .contains("Lost variables: kept.");
        }
    }

    @Test
    void whereTheProcessDiesOfItTheNextOneIsLookedAt() {
        try (var cells = full()) {
            assertThat(cells.run("%jvm", DYING)).isInstanceOf(Outcome.Finished.class);
            assertThat(cells.printed()).contains("Lost variables: kept.");
        }
    }

    @Test
    void whoOnlyLooksLosesNothing() {
        try (var cells = full()) {
            var outcome = cells.run("%jvm --verbose", OUT_OF_MEMORY);
            assertThat(outcome).isInstanceOf(Outcome.Failed.class);
            assertThat(cells.value("kept")).isEqualTo("7");
        }
    }

    @Test
    void whatFailsInTheNextOneTooIsTold() {
        try (var cells = full()) {
            var outcome =
                    (Outcome.Failed)
                            cells.run(
                                    "%jvm --restart", "throw new NoClassDefFoundError(\"gone\");");
            assertThat(outcome.traceback().toString()).contains("NoClassDefFoundError");
        }
    }

    @Test
    void otherCodeIsNotRunTwice() {
        try (var cells = full()) {
            assertThat(cells.run("%jvm --heap 400m\nwork();", OUT_OF_MEMORY))
                    .isInstanceOf(Outcome.Failed.class);
        }
    }
}
