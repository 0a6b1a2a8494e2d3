package himalia.worker;

import himalia.display.bundle.KeptWork;
import himalia.link.LinkMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The thread that cells run on. It can be abandoned where a cell blocks for ever; then another takes its place. */
final class CellThread {
    private final List<PendingRequest> waiting = new ArrayList<>();
    private final RunClock clock;
    private final Thread thread;
    private volatile @Nullable PendingRequest running;
    private boolean retired;

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

        /** Does what may wait until the answer is on its way. */
        default void answered() {}

        /** Returns the answer in its place: its thread blocks where nothing can end it. */
        default LinkMessage abandoned(String thread, StackTraceElement[] where) {
            return LinkMessage.of("done");
        }
    }

    CellThread(String name) {
        this(name, new RunClock());
    }

    private CellThread(String name, RunClock clock) {
        this.clock = clock;
        thread = new Lane(this::work, name, clock);
        thread.setDaemon(true);
        thread.start();
    }

    /** What such threads are told by. */
    private static final class Lane extends Thread {
        private final RunClock clock;

        Lane(Runnable work, String name, RunClock clock) {
            super(work, name);
            this.clock = clock;
        }
    }

    /** Returns a thread that goes on in place of this one, which blocks: with its clock. */
    CellThread successor(String name) {
        return new CellThread(name, clock.handedOn());
    }

    /** Returns the clock of the calling thread, if it is such a one. */
    static @Nullable RunClock clock() {
        return Thread.currentThread() instanceof Lane lane ? lane.clock : null;
    }

    /** Returns whether the calling thread is such a one, and no thread that a cell started. */
    static boolean isCaller() {
        return Thread.currentThread() instanceof Lane;
    }

    synchronized void run(PendingRequest job) {
        waiting.add(job);
        notifyAll();
    }

    /** Returns whether a job for {@code cell} runs, or is about to. */
    synchronized boolean has(long cell) {
        return runningFor(cell) != null || waiting.stream().anyMatch(job -> job.cell() == cell);
    }

    /** Returns whether its code waits for another thread, for as long as it takes. */
    boolean waits() {
        return thread.getState() == Thread.State.WAITING;
    }

    /** Returns whether code of a cell waits in a way that an interrupt mostly ends. */
    boolean hearsInterrupts(long cell) {
        var state = thread.getState();
        return runningFor(cell) != null
                && (state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING);
    }

    /** Returns whether it has anything to do. */
    synchronized boolean busy() {
        var job = running;
        return job != null && !job.done() || !waiting.isEmpty();
    }

    /** Returns the job that runs for {@code cell}, if it does. */
    @Nullable PendingRequest runningFor(long cell) {
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

    /**
     * Has the thread stopped beside {@code others}, if it still works for {@code cell}: at that work's end it is spared.
     *
     * @param who wants it
     */
    synchronized void aim(Object who, long cell, List<StopTarget> others, boolean initialisersToo) {
        var targets = new ArrayList<>(others);
        if (runningFor(cell) != null) {
            targets.add(new StopTarget(thread, "", initialisersToo));
        }
        StopDesk.aim(who, targets);
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

    private synchronized void end() {
        running = null;
        notifyAll();
        // A stop or an interrupt meant for that cell must not reach the next one.
        StopDesk.spare(thread);
        // Who forgot to close his work must not have the next cell's interrupt wait for it.
        var left = KeptWork.on(thread);
        if (left.isPresent()) {
            left.get().giveUp();
        }
        boolean ignored = Thread.interrupted();
    }

    /** Gives the thread up once it has done what it was given; what it still does is nobody's. */
    synchronized void abandon() {
        retired = true;
        notifyAll();
    }

    /** Gives the thread up where it blocks; another does what waits behind it. */
    synchronized void abandonFor(CellThread other) {
        waiting.forEach(other::run);
        waiting.clear();
        abandon();
    }

    private void work() {
        for (var job = next(); job != null; job = next()) {
            takePermit();
            job.run();
            end();
        }
    }

    /** A permit that a lock of ours left to the thread would let the user's own {@code LockSupport.park()} go on at once. */
    private static void takePermit() {
        LockSupport.unpark(Thread.currentThread());
        LockSupport.park();
    }

    /** Waits for a job. Needs no memory: a thread that died of a full heap would leave those to come without an answer. */
    private synchronized @Nullable PendingRequest next() {
        while (waiting.isEmpty()) {
            if (retired) {
                return null;
            }
            try {
                wait();
            } catch (InterruptedException | OutOfMemoryError e) {
                // An interrupt that came after its cell had ended; or there is no room to say so.
            }
        }
        var job = waiting.remove(0);
        running = job;
        return job;
    }
}
