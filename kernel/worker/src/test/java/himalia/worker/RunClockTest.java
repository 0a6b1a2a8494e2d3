package himalia.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunClockTest {
    @Test
    void itStandsStillBetweenThePartsOfACell() throws InterruptedException {
        RunClock.start();
        long before = RunClock.nanos();
        RunClock.stop();
        TimeUnit.MILLISECONDS.sleep(200);
        RunClock.start();
        long shown = RunClock.nanos() - before;
        assertThat(shown).isBetween(0L, TimeUnit.MILLISECONDS.toNanos(200) - 1);
        TimeUnit.MILLISECONDS.sleep(20);
        assertThat(RunClock.nanos() - before)
                .isGreaterThanOrEqualTo(shown + TimeUnit.MILLISECONDS.toNanos(20));
        RunClock.stop();
    }
}
