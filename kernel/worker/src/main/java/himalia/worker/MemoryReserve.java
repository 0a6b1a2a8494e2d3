package himalia.worker;

import org.jspecify.annotations.Nullable;

/**
 * Memory put aside, so that after an {@code OutOfMemoryError} there is enough to say so and to go on. Between cells, not
 * at the start: the first cell would wait for it.
 */
final class MemoryReserve {
    private static final int SIZE = 4 << 20;

    private volatile byte @Nullable [] reserve;

    /** Gives the memory back; a full heap then has room for the cells that free the rest. */
    void release() {
        reserve = null;
    }

    /** Puts memory aside again, where there is plenty. */
    void renew() {
        var runtime = Runtime.getRuntime();
        long free = runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
        if (reserve == null && free > 4L * SIZE) {
            reserve = new byte[SIZE];
        }
    }
}
