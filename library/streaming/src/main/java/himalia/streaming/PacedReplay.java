package himalia.streaming;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource.NumberSequenceSplit;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.GeneratorFunction;

/**
 * Lets each event go when its time has come on a clock that runs faster than ours. It is both what makes the events and what
 * limits their rate, since only the former is told which event is next: a job that goes on from a savepoint does not wait
 * again for those that have gone.
 */
final class PacedReplay<T>
        implements GeneratorFunction<Long, T>,
                RateLimiterStrategy<NumberSequenceSplit>,
                RateLimiter<NumberSequenceSplit> {
    private static final long serialVersionUID = 1;

    private final GeneratorFunction<Long, T> elements;

    /** In milliseconds, of each event behind the first. */
    private final long[] delays;

    private transient int next;
    private transient long zero;

    private PacedReplay(GeneratorFunction<Long, T> elements, long[] delays) {
        this.elements = elements;
        this.delays = delays;
    }

    static <T> PacedReplay<T> of(
            GeneratorFunction<Long, T> elements, List<T> events, TimeOf<T> time, double speed) {
        var delays = new long[events.size()];
        long first = Long.MAX_VALUE;
        long latest = Long.MIN_VALUE;
        for (int i = 0; i < delays.length; i++) {
            long at = EventTimes.millis(time.of(events.get(i)), events.get(i));
            first = i == 0 ? at : first;
            // One that is out of order came right behind the one before it.
            latest = Math.max(latest, at);
            delays[i] = Math.round((latest - first) / speed);
        }
        return new PacedReplay<>(elements, delays);
    }

    @Override
    public void open(SourceReaderContext context) throws Exception {
        elements.open(context);
    }

    @Override
    public T map(Long index) throws Exception {
        if (next == 0) {
            zero = System.nanoTime() - nanos(index.intValue());
        }
        next = index.intValue() + 1;
        return elements.map(index);
    }

    @Override
    public void close() throws Exception {
        elements.close();
    }

    @Override
    public RateLimiter<NumberSequenceSplit> createRateLimiter(int parallelism) {
        return this;
    }

    /** The wait blocks no thread, so that a checkpoint or a stop need not wait, too. */
    @Override
    public CompletionStage<Void> acquire(int events) {
        long wait = next == 0 || next >= delays.length ? 0 : zero + nanos(next) - System.nanoTime();
        return wait <= 0
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.runAsync(
                        () -> {},
                        CompletableFuture.delayedExecutor(
                                wait, TimeUnit.NANOSECONDS, StreamJobs.QUESTIONS));
    }

    private long nanos(int event) {
        return TimeUnit.MILLISECONDS.toNanos(delays[event]);
    }
}
