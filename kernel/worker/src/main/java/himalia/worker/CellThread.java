package himalia.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** The thread that cells run on. It can be abandoned where a cell blocks for ever; then another takes its place. */
final class CellThread {
    private final LinkedBlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
    private final List<Job> waiting = new ArrayList<>();
    private final Thread thread;
    private volatile @Nullable Job running;
    private volatile boolean abandoned;

    /** One invocation. */
    interface Job {
        /** Returns the cell it is for. */
        long cell();

        /** Runs it, answers, and never throws. */
        void run();

        /** Answers in its place: its thread blocks where nothing can end it. */
        void abandon(String thread, StackTraceElement[] where);
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

    synchronized void run(Job job) {
        waiting.add(job);
        jobs.add(job);
    }

    /** Returns whether a job for {@code cell} runs, or is about to. */
    synchronized boolean has(long cell) {
        return runningFor(cell) != null || waiting.stream().anyMatch(job -> job.cell() == cell);
    }

    /** Returns the job that runs for {@code cell}, if it does. */
    @Nullable Job runningFor(long cell) {
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

    private synchronized void begin(Job job) {
        waiting.remove(job);
        running = job;
    }

    private synchronized void end() {
        running = null;
        notifyAll();
        // An interrupt meant for that cell must not reach the next one.
        boolean ignored = Thread.interrupted();
    }

    /** Gives the thread up; what it still does is nobody's. */
    void abandon() {
        abandoned = true;
        run(new Nothing());
    }

    private void work() {
        while (!abandoned) {
            Job job;
            try {
                job = jobs.take();
            } catch (InterruptedException e) {
                // An interrupt that came after its cell had ended.
                continue;
            }
            begin(job);
            job.run();
            end();
        }
        StopChecks.forget(CellScope.current());
    }

    private record Nothing() implements Job {
        @Override
        public long cell() {
            return -1;
        }

        @Override
        public void run() {}

        @Override
        public void abandon(String thread, StackTraceElement[] where) {}
    }
}
