package himalia.worker;

/**
 * Has cells in a full heap thrown an {@code OutOfMemoryError} first, as the JVM would do some seconds later: code that catches it may
 * let go of what fills the heap. Once until there is memory again: who does nothing about it is ended.
 */
final class HeapWarning {
    /** In nanoseconds, how long checks look whether a thread was warned: a cell that goes on is not to be slow for that. */
    private static final long LOOKS = 2_000_000_000L;

    private boolean given;
    private long since;
    private boolean looks;

    /** Returns whether there was one. */
    boolean isGiven() {
        return given;
    }

    /** Warns a cell. */
    void give(long cell) {
        given = true;
        looks = true;
        since = System.nanoTime();
        StopChecks.warn(cell);
    }

    /** Has the checks look no longer, once all threads had their time. */
    void expire() {
        if (looks && System.nanoTime() - since > LOOKS) {
            looks = false;
            StopChecks.unwarn();
        }
    }

    /** There is memory again, or another cell runs. */
    void takeBack() {
        given = false;
        if (looks) {
            looks = false;
            StopChecks.unwarn();
        }
    }
}
