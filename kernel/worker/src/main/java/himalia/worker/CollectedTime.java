package himalia.worker;

/** How much of a stretch of time went to collecting garbage, of which somebody says when it begins. Needs no memory. */
final class CollectedTime {
    private long since;
    private long collectedBefore;
    private long collectionsBefore;

    /** A stretch begins, before which there were so many collections, of so many milliseconds. */
    void begin(long now, long collected, long collections) {
        since = now;
        collectedBefore = collected;
        collectionsBefore = collections;
    }

    /** Returns whether it has lasted so many nanoseconds. */
    boolean lasts(long nanoseconds, long now) {
        return now - since > nanoseconds;
    }

    /** Returns whether more than a share of it went to that. */
    boolean exceeds(double share, long now, long collected) {
        return (collected - collectedBefore) * 1e6 > share * (now - since);
    }

    /** Returns whether it was more than one pause, which may be all that an allocation took. */
    boolean isOfSeveral(long collections) {
        return collections - collectionsBefore > 1;
    }
}
