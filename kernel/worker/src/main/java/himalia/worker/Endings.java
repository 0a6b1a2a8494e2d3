package himalia.worker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is left to do at the end of the session: servers to close, jobs to end. Done once, the latest first. */
final class Endings {
    /** The kernel waits a little longer. */
    private static final long PATIENCE = 2_000;

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
        var ending = new Ending(what, action);
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
                ending.action.close();
            } catch (Exception | Error e) {
                System.getLogger("himalia.worker")
                        .log(System.Logger.Level.WARNING, "the end of " + ending.what, e);
            }
        }
    }

    private @Nullable Ending take() {
        synchronized (endings) {
            return endings.poll();
        }
    }
}
