package himalia.display.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void aFloodOfRequestsRunsTheActionOnceAndTheEndRunsItAgain() throws InterruptedException {
        var runs = new AtomicInteger();
        var first = new CountDownLatch(1);
        var pace =
                new Pace(
                        Duration.ofHours(1),
                        () -> {
                            runs.incrementAndGet();
                            first.countDown();
                        });
        pace.request();
        assertThat(first.await(60, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 100_000; i++) {
            pace.request();
        }
        assertThat(runs).hasValue(1);
        pace.finish();
        pace.finish();
        pace.request();
        assertThat(runs).hasValue(2);
    }

    @Test
    void theLastRequestIsServedEvenIfNoneFollows() throws InterruptedException {
        var twice = new CountDownLatch(2);
        var pace = new Pace(Duration.ofMillis(5), twice::countDown);
        while (twice.getCount() == 2) {
            pace.request();
            Thread.onSpinWait();
        }
        pace.request();
        assertThat(twice.await(60, TimeUnit.SECONDS)).isTrue();
    }
}
