package himalia.worker;

/**
 * Has cells in a full heap thrown an {@code OutOfMemoryError} first, as the JVM would do some seconds later: code that catches it may
 * let go of what fills the heap. Once until there is memory again: who does nothing about it is ended.
 */
final class HeapWarning {
    private boolean given;

    /** Returns whether there was one. */
    boolean isGiven() {
        return given;
    }

    /** Warns a cell. */
    void give(long cell) {
        given = true;
        StopChecks.warn(cell);
    }

    /** There is memory again, or another cell runs. */
    void takeBack() {
        if (given) {
            given = false;
            StopChecks.unwarn();
        }
    }
}
