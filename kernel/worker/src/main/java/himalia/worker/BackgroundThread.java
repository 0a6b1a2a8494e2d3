package himalia.worker;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs work that outlives its cell: no interrupt of a cell is meant for it, and what it prints goes to that cell. It runs in
 * a pool of its own, so that what its parallel streams compute is known to be its, too.
 */
final class BackgroundThread {
    /** How long work has to put things in order, in milliseconds. */
    private static final long GRACE = 300;

    /** How long the checks are on for threads of its pool that do not end, in seconds. */
    private static final long LONGEST = 5;

    private final long owner = CellScope.background();
    private final String name;
    private final ForkJoinPool pool;
    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable Thread thread;
    private boolean ended;

    private BackgroundThread(String name) {
        this.name = name;
        pool =
                new ForkJoinPool(
                        Runtime.getRuntime().availableProcessors(),
                        Fellow::new,
                        Thread.getDefaultUncaughtExceptionHandler(),
                        true);
    }

    /** One of the pool's. */
    private final class Fellow extends ForkJoinWorkerThread {
        Fellow(ForkJoinPool pool) {
            super(pool);
        }

        @Override
        protected void onStart() {
            super.onStart();
            setName(name);
            CellScope.own(owner);
        }
    }

    /** Starts it; what is returned ends it. */
    static Runnable start(String name, Runnable work) {
        var background = new BackgroundThread(name);
        background.pool.execute(() -> background.run(work));
        return background::end;
    }

    private void run(Runnable work) {
        try {
            begin();
            work.run();
        } finally {
            synchronized (this) {
                thread = null;
                if (!ended) {
                    pool.shutdown();
                }
            }
            over.countDown();
        }
    }

    private synchronized void begin() {
        thread = Thread.currentThread();
        if (ended) {
            thread.interrupt();
        }
    }

    /** An interrupt first: who hears it may put things in order. Who does not is ended by the checks in its code. */
    private void end() {
        interrupt();
        var later = new Thread(this::stop, "himalia-job-end");
        later.setDaemon(true);
        later.start();
    }

    private synchronized void interrupt() {
        ended = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Ends what it runs, and then what the rest of its pool still computes for it. */
    private void stop() {
        try {
            if (!over.await(GRACE, TimeUnit.MILLISECONDS)) {
                stopMain();
            }
            over.await();
            pool.shutdownNow();
            if (!pool.awaitTermination(GRACE, TimeUnit.MILLISECONDS)) {
                StopChecks.stop(owner);
                boolean gone = pool.awaitTermination(LONGEST, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            // Nobody interrupts this thread.
        } finally {
            StopChecks.forget(owner);
        }
    }

    private synchronized void stopMain() {
        if (thread != null) {
            StopChecks.stop(owner);
            thread.interrupt();
        }
    }
}
