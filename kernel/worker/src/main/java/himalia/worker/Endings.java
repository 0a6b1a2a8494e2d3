package himalia.worker;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What is left to do at the end of the session: servers to close, jobs to end. Done once, the latest first. */
final class Endings {
    /** The kernel waits a little longer. */
    private static final long PATIENCE = 2_000;

    private final Deque<Ending> endings = new ArrayDeque<>();
    private final Runnable first;

    /** {@code first} is run when there is something to do: before that nobody needs to wait. */
    Endings(Runnable first) {
        this.first = first;
    }

    /** One of them. */
    private record Ending(String what, AutoCloseable action) {}

    void add(String what, AutoCloseable action) {
        synchronized (endings) {
            endings.push(new Ending(what, action));
        }
        first.run();
    }

    /** Does them all, and returns when that is done, or lasts too long. */
    synchronized void run() {
        synchronized (endings) {
            if (endings.isEmpty()) {
                return;
            }
        }
        var thread = new Thread(this::work, "himalia-end");
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        for (var ending = take(); ending != null; ending = take()) {
            try {
                ending.action().close();
            } catch (Exception | Error e) {
                System.getLogger("himalia.worker")
                        .log(System.Logger.Level.WARNING, "the end of " + ending.what(), e);
            }
        }
    }

    private @Nullable Ending take() {
        synchronized (endings) {
            return endings.poll();
        }
    }
}
