package himalia.worker;

/**
 * A clock for each thread that runs cells; it stands still between the parts of a cell, while the kernel compiles the next
 * one. What it shows means something only beside what it showed before.
 */
final class RunClock {
    private static final ThreadLocal<RunClock> MINE = ThreadLocal.withInitial(RunClock::new);

    private long stopped = System.nanoTime();
    private long stood;

    private RunClock() {}

    /** Something of a cell begins to run on this thread. */
    static void start() {
        var mine = MINE.get();
        mine.stood += System.nanoTime() - mine.stopped;
    }

    /** It has ended. */
    static void stop() {
        MINE.get().stopped = System.nanoTime();
    }

    /** Returns what it shows, in nanoseconds. */
    static long nanos() {
        return System.nanoTime() - MINE.get().stood;
    }
}
