package himalia.display.bundle;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Waits for work of others, and not longer than people would. */
final class Patience {
    private Patience() {}

    /**
     * Does the work on a thread of its own and returns its result.
     *
     * @param millis how long it may take
     * @throws IllegalStateException if it took longer; the thread is interrupted and left behind
     */
    static <T> T within(long millis, Supplier<T> work) {
        var task = new FutureTask<T>(work::get);
        var thread = new Thread(task, "himalia-renderer");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new IllegalStateException("it took more than " + millis / 1000.0 + " s", e);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException unchecked
                    ? unchecked
                    : new IllegalStateException(e.getCause());
        }
    }
}
