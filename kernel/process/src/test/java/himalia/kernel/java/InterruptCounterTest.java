package himalia.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class InterruptCounterTest {
    private final AtomicLong clock = new AtomicLong(-1);
    private final InterruptCounter presses = new InterruptCounter(clock::get);

    private int press(long cell, long secondsLater) {
        clock.addAndGet(TimeUnit.SECONDS.toNanos(secondsLater));
        return presses.count(cell);
    }

    @Test
    void threePressesWithinTenSecondsAreThree() {
        assertThat(press(1, 0)).isEqualTo(1);
        assertThat(press(1, 5)).isEqualTo(2);
        assertThat(press(1, 5)).isEqualTo(3);
    }

    @Test
    void whoPressesNowAndThenNeverComesToThree() {
        assertThat(press(1, 0)).isEqualTo(1);
        for (int i = 0; i < 20; i++) {
            assertThat(press(1, 6)).isEqualTo(2);
        }
    }

    @Test
    void clicksWithinASecondAreOne() {
        clock.set(0);
        for (long milliseconds : new long[] {0, 200, 800, 999}) {
            clock.set(TimeUnit.MILLISECONDS.toNanos(milliseconds));
            assertThat(presses.count(1)).isEqualTo(1);
        }
        clock.set(TimeUnit.MILLISECONDS.toNanos(1_200));
        assertThat(presses.count(1)).isEqualTo(2);
        clock.set(TimeUnit.MILLISECONDS.toNanos(1_500));
        assertThat(presses.count(1)).isEqualTo(2);
    }

    @Test
    void anotherCellCountsFromOne() {
        press(1, 0);
        press(1, 1);
        assertThat(press(2, 1)).isEqualTo(1);
        assertThat(press(2, 1)).isEqualTo(2);
    }
}
