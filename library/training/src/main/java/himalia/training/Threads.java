package himalia.training;

/** How many threads a native library is given. */
final class Threads {
    private Threads() {}

    /**
     * Returns one thread for each full portion of work, at least one and at most one a processor.
     *
     * <p>OpenMP's threads spin while they wait for each other. On small tables they save nothing, and where others use
     * the machine too they turn milliseconds into seconds.
     */
    static int worthwhile(long work, long portion) {
        return (int)
                Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), work / portion));
    }
}
