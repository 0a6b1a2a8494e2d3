package himalia.worker;

/**
 * Has cells in a full heap thrown an {@code OutOfMemoryError} first, as the JVM would do some seconds later: code that catches it may
 * let go of what fills the heap. Once until there is memory again: who does nothing about it is ended.
 */
final class HeapWarning {
    /** In nanoseconds, how long it is left to code that catches such an error; pauses count. */
    private static final long UNTIL_CAUGHT = 200_000_000L;

    /** How many looks at the heap that takes at least: between two of them a thread of the cell ran, too. */
    private static final int LEAST_LOOKS = 2;

    /** In nanoseconds, how long checks look whether a thread was warned: a cell that goes on is not to be slow for that. */
    private static final long UNTIL_OVER = 2_000_000_000L;

    private static final int MOST_LOOKS = 20;

    /** How many collections come between a warning and the end: what the first one interrupts may be letting go. */
    private static final int COLLECTIONS = 2;

    /** How often in a row it is left to code that catches such errors by itself: what lets go of little does nothing but that. */
    private static final int MOST_LEFT = 3;

    private boolean given;
    private long behind;
    private int caught;
    private int left;
    private boolean open;
    private long since;
    private int looks;

    /** Returns whether there was one. */
    boolean isGiven() {
        return given;
    }

    /** Returns whether who runs had no time yet to do something about it, behind so many collections. */
    boolean waits(long collections) {
        return isLeft() || given && collections - behind < COLLECTIONS;
    }

    /** Returns whether somebody caught such an error since this was asked last, as the JVM threw it: he may have let go of something. */
    private boolean isLeft() {
        boolean isNews = caught != StopChecks.timesCaught();
        caught = StopChecks.timesCaught();
        return isNews && ++left <= MOST_LEFT;
    }

    /** Warns a cell, behind so many collections. */
    void give(long cell, long collections) {
        given = true;
        open = true;
        looks = 0;
        since = System.nanoTime();
        behind = collections;
        StopChecks.warn(cell);
    }

    /** The heap was looked at once more. */
    void look() {
        if (!open) {
            return;
        }
        looks++;
        long passed = System.nanoTime() - since;
        if (looks >= LEAST_LOOKS && passed > UNTIL_CAUGHT) {
            StopChecks.warnAnywhere();
        }
        if (looks >= MOST_LOOKS && passed > UNTIL_OVER) {
            close();
        }
    }

    /** There is memory again, or another cell runs. */
    void takeBack() {
        given = false;
        left = 0;
        if (open) {
            close();
        }
    }

    private void close() {
        open = false;
        StopChecks.unwarn();
    }
}
