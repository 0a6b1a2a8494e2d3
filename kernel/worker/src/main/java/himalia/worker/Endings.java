package himalia.worker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is left to do at the end of the session: servers to close, jobs to end. Done once, the latest first. */
final class Endings {
    /** The kernel waits a little longer. */
    private static final long PATIENCE = 2_000;

    /** How long the others wait for one that lasts, in nanoseconds. */
    private static final long ALONE = TimeUnit.MILLISECONDS.toNanos(1_200);

    private static final System.Logger LOG = System.getLogger("himalia.worker");

    private final Deque<Ending> endings = new ArrayDeque<>();
    private final Consumer<List<String>> held;

    /** {@code held} hears, whenever that changes, what there is: the kernel names it, and waits for its end. */
    Endings(Consumer<List<String>> held) {
        this.held = held;
    }

    /** One of them; each its own, though another may say the same. */
    private static final class Ending {
        private final String what;
        private final AutoCloseable action;

        Ending(String what, AutoCloseable action) {
            this.what = what;
            this.action = action;
        }
    }

    /** Adds one; what is returned takes it back. */
    Runnable add(String what, AutoCloseable action) {
        var ending =
                new Ending(
                        Objects.requireNonNull(
                                what, "what is to be closed at the end, for the log"),
                        Objects.requireNonNull(action, "how " + what + " is closed"));
        synchronized (endings) {
            endings.push(ending);
            tell();
        }
        return () -> remove(ending);
    }

    private void remove(Ending ending) {
        synchronized (endings) {
            if (endings.remove(ending)) {
                tell();
            }
        }
    }

    private void tell() {
        held.accept(endings.stream().map(each -> each.what).toList());
    }

    /** Does them all, and returns when that is done, or lasts too long: then it is told what was left. */
    synchronized void run() {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
        for (var ending = take(); ending != null; ending = take()) {
            if (!done(ending, Math.min(until - System.nanoTime(), ALONE))) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "the end of " + ending.what + " lasts too long");
            }
        }
    }

    /** Does one, and returns whether it is over in so many nanoseconds; the next does not wait longer for it. */
    private static boolean done(Ending ending, long nanos) {
        var thread = new Thread(() -> close(ending), "himalia-end");
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    private static void close(Ending ending) {
        try {
            ending.action.close();
        } catch (Exception | Error e) {
            LOG.log(System.Logger.Level.WARNING, "the end of " + ending.what, e);
        }
    }

    private @Nullable Ending take() {
        synchronized (endings) {
            return endings.poll();
        }
    }
}
