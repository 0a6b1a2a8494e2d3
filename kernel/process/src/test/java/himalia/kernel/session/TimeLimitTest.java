package himalia.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.java.Cell;
import himalia.kernel.java.Outcome;
import himalia.kernel.workers.TestWorker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class TimeLimitTest {
    private static final String WORK =
            """
            String best = "none";
            String worked(long milliseconds) {
                try (var work = himalia.display.bundle.KeptWork.begin("round")) {
                    while (!Thread.currentThread().isInterrupted()) { }
                    long end = System.nanoTime() + milliseconds * 1_000_000;
                    while (System.nanoTime() < end) { Thread.onSpinWait(); }
                    return "kept";
                }
            }
            """;

    /** Work that keeps what it has may end a while later than the limit; nothing goes on for as long as it likes. */
    @Test
    void aLimitHoldsForWorkThatKeepsWhatItHasToo() {
        try (var cells = new TestWorker()) {
            cells.value(WORK);

            assertThat(limited(cells, 101, "best = worked(1_000);")).isEqualTo("Timeout");
            assertThat(cells.value("best")).isEqualTo("kept");

            cells.value("best = \"none\";");
            assertThat(limited(cells, 102, "best = worked(10_000_000);")).isEqualTo("Timeout");
            assertThat(cells.value("best")).isEqualTo("none");
        }
    }

    private static String limited(TestWorker cells, int count, String source) {
        var outcome = new TimeLimit(300).run(cells.interpreter(), Cell.of(count, count, source));
        return ((Outcome.Failed) outcome).name();
    }
}
