package himalia.display.bundle;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Repeats an action on request, but never more often than front ends can draw, and never forgets the last request.
 *
 * <pre>{@code
 * var limiter = new RateLimiter(RateLimiter.LIVE, () -> handle.update(curve));
 * limiter.request();   // thousands of times a second, if need be: it returns at once
 * limiter.finish();    // the end state is sent, and nothing after it
 * }</pre>
 *
 * <p>The action runs on a thread of its own, so that drawing holds up no loop, and takes at most a fifth of that thread's
 * time.
 */
public final class RateLimiter {
    /** The pace of live displays: ten times a second, which looks continuous and drowns no front end. */
    public static final Duration LIVE = Duration.ofMillis(100);

    private static final int SHARE = 5;

    private final long interval;
    private final Runnable action;
    private final Object running = new Object();
    private long due = System.nanoTime();
    private @Nullable ScheduledFuture<?> pending;
    private boolean acting;
    private boolean again;
    private boolean finished;

    /** Acts in the run of the thread that makes it, whichever thread draws. */
    public RateLimiter(Duration interval, Runnable action) {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException(
                    "the interval must be longer than zero, got " + interval);
        }
        this.interval = interval.toNanos();
        this.action = Display.inThisRun(action);
    }

    /** Lets no request be served before {@code wait} has passed, and makes the first one. */
    public synchronized void requestAfter(Duration wait) {
        due = System.nanoTime() + wait.toNanos();
        request();
    }

    /** Has the action run as soon as it is due. */
    public synchronized void request() {
        if (acting) {
            again = true;
        } else if (!finished && pending == null) {
            var wait = Math.max(0, due - System.nanoTime());
            pending = Ticker.THREAD.schedule(this::tick, wait, TimeUnit.NANOSECONDS);
        }
    }

    /** Runs the action a last time, before this returns; later requests do nothing. */
    public void finish() {
        synchronized (this) {
            if (finished) {
                return;
            }
            finished = true;
            if (pending != null) {
                pending.cancel(false);
            }
        }
        synchronized (running) {
            action.run();
        }
    }

    private void tick() {
        synchronized (running) {
            synchronized (this) {
                pending = null;
                if (finished) {
                    return;
                }
                acting = true;
            }
            var start = System.nanoTime();
            try {
                action.run();
            } finally {
                var took = System.nanoTime() - start;
                synchronized (this) {
                    due = start + Math.max(interval, SHARE * took);
                    acting = false;
                    if (again) {
                        again = false;
                        request();
                    }
                }
            }
        }
    }

    /** One quiet thread for all live displays, begun with the first that needs it. */
    private static final class Ticker {
        static final ScheduledExecutorService THREAD = thread();

        private static ScheduledExecutorService thread() {
            var executor =
                    new ScheduledThreadPoolExecutor(
                            1,
                            work -> {
                                // It inherits nothing: it belongs to no cell, not even to the first
                                // that needed it.
                                var thread =
                                        new Thread(null, work, "himalia-live-displays", 0, false);
                                thread.setDaemon(true);
                                return thread;
                            });
            // What ends before its first picture is forgotten at once, with all it holds.
            executor.setRemoveOnCancelPolicy(true);
            return executor;
        }
    }
}
