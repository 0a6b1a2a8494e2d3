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

    private CellScope() {}

    /** Marks the calling thread, and those it will start, as working for {@code cell}. */
    static void enter(long cell) {
        OWNER.set(cell);
        latest = cell;
    }

    /** Marks the calling thread as working for {@code cell}, and leaves the threads without an owner to the cells. */
    static void enterAside(long cell) {
        OWNER.set(cell);
    }

    /** Returns the cell that the calling thread works for; 0 before the first one. */
    static long current() {
        var owner = OWNER.get();
        return owner == null ? latest : owner;
    }
}
