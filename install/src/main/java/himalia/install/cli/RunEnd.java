package himalia.install.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where the process is to end (Ctrl+C): the run ends at the cell that it is at, and what was done is written first. */
final class RunEnd implements AutoCloseable {
    /** Enough for a page of many charts. */
    private static final int PATIENCE_SECONDS = 20;

    private final Thread running = Thread.currentThread();
    private final CountDownLatch written = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "himalia-end");
    private volatile boolean wanted;

    RunEnd() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Returns whether no more is to be begun. */
    boolean isWanted() {
        return wanted;
    }

    private void end() {
        wanted = true;
        running.interrupt();
        try {
            boolean inTime = written.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        written.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is at work.
        }
    }
}
