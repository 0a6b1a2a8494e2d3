package himalia.display.bundle;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Repeats an action on request, but never more often than front ends can draw, and never forgets the last request.
 *
 * <pre>{@code
 * var pace = new Pace(Pace.LIVE, () -> handle.update(curve));
 * pace.request();   // thousands of times a second, if need be
 * pace.finish();    // the end state is sent, and nothing after it
 * }</pre>
 */
public final class Pace {
    /** The pace of live displays: ten times a second, which looks continuous and drowns no front end. */
    public static final Duration LIVE = Duration.ofMillis(100);

    private final long interval;
    private final Runnable action;
    private long last;
    private @Nullable ScheduledFuture<?> pending;
    private boolean finished;

    public Pace(Duration interval, Runnable action) {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException(
                    "the interval must be longer than zero, got " + interval);
        }
        this.interval = interval.toNanos();
        this.action = action;
        this.last = System.nanoTime() - this.interval;
    }

    /** Runs the action now if it is due, else once when it becomes due. */
    public synchronized void request() {
        if (finished || pending != null) {
            return;
        }
        var wait = interval - (System.nanoTime() - last);
        if (wait <= 0) {
            run();
        } else {
            // The producer may fall silent before the next tick is due: somebody must send the last
            // value then.
            pending = Ticker.THREAD.schedule(this::tick, wait, TimeUnit.NANOSECONDS);
        }
    }

    /** Runs the action a last time; later requests do nothing. */
    public synchronized void finish() {
        if (finished) {
            return;
        }
        finished = true;
        if (pending != null) {
            pending.cancel(false);
        }
        run();
    }

    private synchronized void tick() {
        pending = null;
        if (!finished) {
            run();
        }
    }

    private void run() {
        action.run();
        last = System.nanoTime();
    }

    /** One quiet thread for all live displays, begun with the first that needs it. */
    private static final class Ticker {
        static final ScheduledExecutorService THREAD =
                Executors.newSingleThreadScheduledExecutor(
                        work -> {
                            var thread = new Thread(work, "himalia-live-displays");
                            thread.setDaemon(true);
                            return thread;
                        });
    }
}
