package himalia.featurestore;

import static himalia.display.bundle.Given.given;

import himalia.streaming.StreamJob;
import himalia.streaming.Streams;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * A stream whose values are pushed to a view as they come, behind the cells, until it ends or this is closed.
 *
 * <pre>{@code
 * // Order has the view's key, its time and its features, and no more is wanted.
 * var pushed = FollowedStream.follow(FeatureStore.at("features"), "orders", orders);
 * pushed.rows()       // so many have been pushed
 * pushed.close();
 * }</pre>
 *
 * <p>A value is a record, or a map, with the view's keys, its features and its time. What comes together is pushed together;
 * what is no row of the view is counted, and left out. While the store cannot be written, the stream waits.
 */
public final class FollowedStream implements AutoCloseable {
    private static final int MOST = 10_000;
    private static final long PAUSE_MILLIS = 50;

    private final FeatureStore store;
    private final String view;
    private final PushTo to;
    private final BlockingQueue<Object> came = new ArrayBlockingQueue<>(MOST);
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Thread thread;
    private final StreamJob job;
    private volatile Optional<String> problem = Optional.empty();
    private volatile Optional<String> waiting = Optional.empty();
    private volatile boolean closed;
    private volatile boolean pushes = true;

    private FollowedStream(FeatureStore store, String view, DataStream<?> stream, PushTo to)
            throws InterruptedException {
        this.store = store;
        this.view = view;
        this.to = to;
        job = Streams.start("features " + view, stream, this::take);
        thread = new Thread(this::pushOn, "pushes to " + view);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((ended, failure) -> end(failure));
    }

    /**
     * Begins to push what a stream gives, for predictions at once and for training.
     *
     * @throws IllegalArgumentException if the store has no such view, or a stream is pushed to it already
     */
    public static FollowedStream follow(FeatureStore store, String view, DataStream<?> stream)
            throws InterruptedException {
        return follow(store, view, stream, PushTo.ONLINE_AND_OFFLINE);
    }

    /** Begins to push what a stream gives to one of both, or to both. */
    public static FollowedStream follow(
            FeatureStore store, String view, DataStream<?> stream, PushTo to)
            throws InterruptedException {
        given(store, "store").view(view);
        var followed = new FollowedStream(store, view, given(stream, "stream"), given(to, "to"));
        followed.thread.start();
        return followed;
    }

    /** Returns how many rows have been pushed. */
    public long rows() {
        return rows.get();
    }

    /** Returns how many values were no rows of the view, and were left out. */
    public long refused() {
        return refused.get();
    }

    /** Returns what was wrong with the first value that was left out, or why none is pushed now. */
    public Optional<String> problem() {
        return problem.or(() -> waiting);
    }

    /** Returns the job that the stream runs as. */
    public StreamJob job() {
        return job;
    }

    /**
     * Waits until the stream is over, and all of it is pushed.
     *
     * @throws RuntimeException what the stream failed of
     */
    public FollowedStream await() throws InterruptedException {
        job.await();
        thread.join();
        return this;
    }

    /** Called by the job: where nothing more can be pushed, that waits too. */
    private void take(Object value) {
        try {
            while (!came.offer(value, PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                if (!pushes) {
                    throw new CancellationException(
                            problem().orElse("nothing is pushed to '" + view + "' any more"));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the stream was ended");
        }
    }

    private void pushOn() {
        try {
            while (true) {
                boolean isOver = job.state() != StreamJob.State.RUNNING;
                var first = came.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    var batch = new ArrayList<Object>(List.of(first));
                    came.drainTo(batch);
                    push(batch);
                } else if (isOver) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pushes = false;
        }
    }

    private void push(List<Object> batch) throws InterruptedException {
        // A view that is gone is no fault of the rows.
        store.view(view);
        try {
            rows.addAndGet(pushed(batch));
        } catch (IllegalArgumentException e) {
            // It may have gone since.
            store.view(view);
            if (batch.size() > 1) {
                for (var each : batch) {
                    push(List.of(each));
                }
                return;
            }
            refused.incrementAndGet();
            if (problem.isEmpty()) {
                problem = Optional.of("%s: %s".formatted(batch.get(0), e.getMessage()));
            }
        }
    }

    private int pushed(List<Object> batch) throws InterruptedException {
        while (true) {
            try {
                int pushed = store.push(view, Tables.of(batch), to);
                waiting = Optional.empty();
                return pushed;
            } catch (StoreUnavailable e) {
                if (closed) {
                    throw e;
                }
                waiting = Optional.of("the stream waits: " + e.getMessage());
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private void end(Throwable failure) {
        var words = Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
        problem = Optional.of("nothing is pushed to '%s' any more: %s".formatted(view, words));
        job.cancel();
    }

    /** Ends the stream, and pushes what it gave before. */
    @Override
    public void close() {
        closed = true;
        job.cancel();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return "FollowedStream[%s into %s: %s%s]"
                .formatted(
                        job.state().name().toLowerCase(java.util.Locale.ROOT),
                        view,
                        Words.pushed(rows.get(), refused.get()),
                        problem().map(words -> "; " + words).orElse(""));
    }
}
