package himalia.worker;

/** How much of a stretch of time went to collecting garbage, of which somebody says when it begins. Needs no memory. */
final class CollectedTime {
    private final HeapLook begin = new HeapLook();

    /** A stretch begins. */
    void begin(HeapLook look) {
        begin.copy(look);
    }

    /** Returns whether it has lasted so many nanoseconds. */
    boolean lasts(long nanoseconds, HeapLook look) {
        return look.now - begin.now > nanoseconds;
    }

    /** Returns whether more than a share of it went to that. */
    boolean exceeds(double share, HeapLook look) {
        return (look.collected - begin.collected) * 1e6 > share * (look.now - begin.now);
    }

    /** Returns whether it was more than one pause, which may be all that an allocation took. */
    boolean isOfSeveral(HeapLook look) {
        return look.collections - begin.collections > 1;
    }

    /** Returns whether the cell was given so many bytes meanwhile. */
    boolean gave(double bytes, HeapLook look) {
        return look.allocated - begin.allocated > bytes;
    }
}
