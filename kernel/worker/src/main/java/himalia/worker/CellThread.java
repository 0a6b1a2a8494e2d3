package himalia.worker;

import himalia.link.LinkMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** The thread that cells run on. It can be abandoned where a cell blocks for ever; then another takes its place. */
final class CellThread {
    private final LinkedBlockingQueue<Optional<Owed>> jobs = new LinkedBlockingQueue<>();
    private final List<Owed> waiting = new ArrayList<>();
    private final Thread thread;
    private volatile @Nullable Owed running;

    /** One invocation. */
    interface Job {
        /** Returns the cell it is for. */
        long cell();

        /** Does it, and returns the answer. */
        LinkMessage run() throws Throwable;

        /** Returns the answer where {@link #run()} threw, or where its answer cannot be sent. */
        default LinkMessage failed(Throwable thrown) throws Throwable {
            throw thrown;
        }

        /** Returns the answer in its place: its thread blocks where nothing can end it. */
        default LinkMessage abandoned(String thread, StackTraceElement[] where) {
            return LinkMessage.of("done");
        }
    }

    CellThread(String name) {
        thread = new Lane(this::work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** What such threads are told by. */
    private static final class Lane extends Thread {
        Lane(Runnable work, String name) {
            super(work, name);
        }
    }

    /** Returns whether the calling thread is such a one, and no thread that a cell started. */
    static boolean isCaller() {
        return Thread.currentThread() instanceof Lane;
    }

    synchronized void run(Owed job) {
        waiting.add(job);
        jobs.add(Optional.of(job));
    }

    /** Returns whether a job for {@code cell} runs, or is about to. */
    synchronized boolean has(long cell) {
        return runningFor(cell) != null || waiting.stream().anyMatch(job -> job.cell() == cell);
    }

    /** Returns the job that runs for {@code cell}, if it does. */
    @Nullable Owed runningFor(long cell) {
        var job = running;
        return job != null && job.cell() == cell ? job : null;
    }

    Thread thread() {
        return thread;
    }

    /** Interrupts the thread, if it still works for {@code cell}. */
    synchronized void interrupt(long cell) {
        if (runningFor(cell) != null) {
            thread.interrupt();
        }
    }

    /** Waits, so many milliseconds at most, until the thread has nothing to do for {@code cell} any more. */
    synchronized void awaitEnd(long cell, long milliseconds) throws InterruptedException {
        long end = System.nanoTime() + milliseconds * 1_000_000;
        while (has(cell)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    /** Begins a job, where no other thread has taken it meanwhile. */
    private synchronized boolean begin(Owed job) {
        if (!waiting.remove(job)) {
            return false;
        }
        running = job;
        return true;
    }

    private synchronized void end() {
        running = null;
        notifyAll();
        // An interrupt meant for that cell must not reach the next one.
        boolean ignored = Thread.interrupted();
    }

    /** Gives the thread up once it has done what it was given; what it still does is nobody's. */
    void abandon() {
        jobs.add(Optional.empty());
    }

    /** Gives the thread up where it blocks; another does what waits behind it. */
    synchronized void abandonFor(CellThread other) {
        jobs.clear();
        waiting.forEach(other::run);
        waiting.clear();
        abandon();
    }

    private void work() {
        var next = next();
        while (next.isPresent()) {
            var job = next.get();
            if (begin(job)) {
                job.run();
                end();
            }
            next = next();
        }
    }

    private Optional<Owed> next() {
        while (true) {
            try {
                return jobs.take();
            } catch (InterruptedException e) {
                // An interrupt that came after its cell had ended.
            }
        }
    }
}
