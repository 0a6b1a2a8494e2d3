package himalia.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A thread that has nothing to do any more ends without a word to those that have. */
final class CellThreadTest {
    @Test
    void aLaneThatEndsLetsNoOtherCellGoOnThatIsBeingStopped() throws Exception {
        long cell = 7;
        CellScope.enter(cell);
        StopChecks.announce(cell);
        try {
            var lane = new CellThread("look");
            lane.abandon();
            lane.thread().join();
            assertThat(StopChecks.stopping(cell)).isTrue();
        } finally {
            StopChecks.forget(cell);
            CellScope.leave();
        }
    }
}
