package himalia.display.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    @Test
    void aFloodOfRequestsRunsTheActionOnceAndTheEndRunsItAgain() throws InterruptedException {
        var runs = new AtomicInteger();
        var first = new CountDownLatch(1);
        var limiter =
                new RateLimiter(
                        Duration.ofHours(1),
                        () -> {
                            runs.incrementAndGet();
                            first.countDown();
                        });
        limiter.request();
        assertThat(first.await(60, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 100_000; i++) {
            limiter.request();
        }
        assertThat(runs).hasValue(1);
        limiter.finish();
        limiter.finish();
        limiter.request();
        assertThat(runs).hasValue(2);
    }

    @Test
    void theLastRequestIsServedEvenIfNoneFollows() throws InterruptedException {
        var twice = new CountDownLatch(2);
        var limiter = new RateLimiter(Duration.ofMillis(5), twice::countDown);
        while (twice.getCount() == 2) {
            limiter.request();
            Thread.onSpinWait();
        }
        limiter.request();
        assertThat(twice.await(60, TimeUnit.SECONDS)).isTrue();
    }
}
