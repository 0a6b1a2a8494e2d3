package himalia.table;

/**
 * What the heap still has room for.
 *
 * <pre>{@code
 * FreeMemory.check(8_000_000, "a matrix of 1,000 rows and columns", "take fewer, or");
 * }</pre>
 */
public final class FreeMemory {
    private FreeMemory() {}

    /**
     * Refuses what there is no memory for, before it is begun.
     *
     * @param bytes how much it takes up
     * @param what what it is, for the message
     * @param instead what can be done but to give Java more memory; may be empty
     * @throws IllegalArgumentException if there is less
     */
    public static void check(long bytes, String what, String instead) {
        if (bytes <= free()) {
            return;
        }
        // What nobody holds any more counts as taken until it is collected.
        System.gc();
        if (bytes > free() + CollectedHeap.forgotten()) {
            throw new IllegalArgumentException(
                    "%s, which is more than there is memory for; %s give Java more of it, in a notebook by %%jvm --heap 8g"
                            .formatted(what, instead)
                            .replace(";  ", "; "));
        }
    }

    private static long free() {
        var runtime = Runtime.getRuntime();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }
}
