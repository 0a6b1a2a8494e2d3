package himalia.worker;

/**
 * A clock for each lane that cells run on; it stands still between the parts of a cell, while the kernel compiles the next
 * one. What it shows means something only beside what it showed before.
 */
final class RunClock {
    private static final ThreadLocal<RunClock> OTHERS = ThreadLocal.withInitial(RunClock::new);

    private volatile long stopped = System.nanoTime();
    private volatile long stood;

    /** Returns one for a thread that goes on in place of this one's: it shows what this one shows, and stands still. */
    RunClock handedOn() {
        var next = new RunClock();
        next.stood = stood;
        return next;
    }

    private static RunClock mine() {
        var lanes = CellThread.clock();
        return lanes == null ? OTHERS.get() : lanes;
    }

    /** Something of a cell begins to run on this thread. */
    static void start() {
        var mine = mine();
        mine.stood = mine.stood + System.nanoTime() - mine.stopped;
    }

    /** It has ended. */
    static void stop() {
        mine().stopped = System.nanoTime();
    }

    /** Returns what it shows, in nanoseconds. */
    static long nanos() {
        return System.nanoTime() - mine().stood;
    }
}
