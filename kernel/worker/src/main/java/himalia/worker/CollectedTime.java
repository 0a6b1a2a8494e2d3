package himalia.worker;

/** How much of a stretch of time went to collecting garbage, of which somebody says when it begins. Needs no memory. */
final class CollectedTime {
    private long since;
    private long before;

    /** A stretch begins, at which {@code collected} milliseconds had gone to that. */
    void begin(long now, long collected) {
        since = now;
        before = collected;
    }

    /** Returns whether it has lasted so many nanoseconds. */
    boolean lasts(long nanoseconds, long now) {
        return now - since > nanoseconds;
    }

    /** Returns whether more than a share of it went to that. */
    boolean exceeds(double share, long now, long collected) {
        return (collected - before) * 1e6 > share * (now - since);
    }
}
