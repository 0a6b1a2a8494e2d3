package himalia.worker;

import org.jspecify.annotations.Nullable;

/**
 * Which cell a thread works for: the one it was started in, or, where nobody knows (a pool's thread), the one that is
 * running or ran last.
 */
final class CellScope {
    private static final InheritableThreadLocal<@Nullable Long> OWNER =
            new InheritableThreadLocal<>();
    private static volatile long latest;
    private static volatile boolean cellRuns;

    private CellScope() {}

    /** Marks the calling thread, and those it will start, as working for {@code cell}. */
    static void enter(long cell) {
        OWNER.set(cell);
        latest = cell;
        cellRuns = true;
    }

    /** Notes that the calling thread has ended a cell's snippet. */
    static void leave() {
        cellRuns = false;
    }

    /**
     * Marks the calling thread, and those it will start, as working for {@code cell} beside the main ones; threads without
     * an owner work for it only while no cell runs.
     */
    static void enterAside(long cell) {
        OWNER.set(cell);
        if (!cellRuns) {
            latest = cell;
        }
    }

    /** Does work for {@code cell}, whomever the calling thread works for otherwise. */
    static void as(long cell, Runnable work) {
        var before = OWNER.get();
        OWNER.set(cell);
        try {
            work.run();
        } finally {
            if (before == null) {
                OWNER.remove();
            } else {
                OWNER.set(before);
            }
        }
    }

    /** Returns the cell that the calling thread works for; 0 before the first one. */
    static long current() {
        var owner = OWNER.get();
        return owner == null ? latest : owner;
    }
}
