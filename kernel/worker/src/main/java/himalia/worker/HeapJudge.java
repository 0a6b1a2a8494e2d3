package himalia.worker;

/**
 * Says of a heap whether who runs in it gets anywhere, by how much is free behind a collection and how much of the time goes to collecting.
 *
 * <p>With under 6 % free, over three quarters of 1.5 s are enough: it is full. With more, and over nine tenths, what was set aside may be what a healthy
 * cell lacks: the first time it is short, and full only if that did not help within twenty seconds, and for more than one pause.
 * So it is with under 12 %, for ends of regions may be of no use; and with under 20 % where a collector runs without a pause. Who is given two fifths of
 * the heap meanwhile is given garbage of his own: he gets on, if slowly. Needs no memory.
 */
final class HeapJudge {
    /** What it says. */
    enum Verdict {
        WELL,
        /** More memory may help. */
        SHORT,
        FULL
    }

    /** Of the heap: with less free, it is as good as full. */
    static final double NEARLY_FULL = 0.06;

    /** Of the heap: with less free, it is judged. */
    static final double TIGHT = 0.2;

    private static final double SCARCE = 0.12;

    /** Of the heap: more than that is given in a stretch only where half of it was collected before. */
    private static final double GETS_ON = 2 * TIGHT;

    /** How much of the time goes to collecting where hardly anything else is done. */
    private static final double HARDLY_ANYTHING = 0.75;

    private static final double NEARLY_ALL = 0.9;

    /** A little less than what lets the JVM itself give up. */
    private static final double ALL = 0.97;

    /** In nanoseconds, as all below. */
    private static final long SECOND = 1_000_000_000L;

    private static final long NEARLY_FULL_FOR = 3 * SECOND / 2;
    private static final long SHORT_FOR = 2 * SECOND;
    private static final long STALLS_FOR = 4 * SECOND;

    /** How long after it was short it is full if nothing has changed. */
    private static final long STRIKE = 20 * SECOND;

    private final long most;
    private final CollectedTime whileScarce = new CollectedTime();
    private final CollectedTime whileTight = new CollectedTime();
    private boolean wasShort;

    /** Full, but for what may have been let go of since the last collection. */
    private boolean isFull;

    private long collectionsBefore;
    private long freeBehind;
    private long shortAt;

    /** Judges a heap that may take so many bytes. */
    HeapJudge(long most) {
        this.most = most;
    }

    /** What went before is of no account. */
    void begin(HeapLook look) {
        wasShort = false;
        isFull = false;
        freeBehind = look.free;
        whileScarce.begin(look);
        whileTight.begin(look);
    }

    /** Returns whether it was short a while ago. */
    boolean wasShort() {
        return wasShort;
    }

    /** Returns what it is now; full just behind a collection alone. */
    Verdict of(HeapLook look) {
        boolean isCollected = look.collections != collectionsBefore;
        collectionsBefore = look.collections;
        if (isCollected) {
            freeBehind = look.free;
        }
        var verdict = judge(look);
        isFull |= verdict == Verdict.FULL;
        if (isFull && isCollected) {
            isFull = false;
            return freeBehind < most * TIGHT ? Verdict.FULL : Verdict.WELL;
        }
        return verdict == Verdict.FULL ? Verdict.WELL : verdict;
    }

    private Verdict judge(HeapLook look) {
        boolean low = freeBehind < most * NEARLY_FULL;
        boolean isBusy =
                isBusy(
                        whileScarce,
                        freeBehind < most * SCARCE,
                        low ? NEARLY_FULL_FOR : SHORT_FOR,
                        low ? HARDLY_ANYTHING : NEARLY_ALL,
                        look);
        isBusy |=
                isBusy(
                        whileTight,
                        freeBehind < most * TIGHT,
                        wasShort ? STALLS_FOR : SHORT_FOR,
                        wasShort ? ALL : NEARLY_ALL,
                        look);
        if (!isBusy) {
            wasShort &= look.now - shortAt < STRIKE;
            return Verdict.WELL;
        }
        if (low || wasShort) {
            return Verdict.FULL;
        }
        wasShort = true;
        shortAt = look.now;
        return Verdict.SHORT;
    }

    /** A stretch ends where more is free, or when it is long enough to be judged. */
    private boolean isBusy(
            CollectedTime stretch, boolean counts, long enough, double share, HeapLook look) {
        boolean whole = stretch.lasts(enough, look);
        boolean busy =
                counts
                        && whole
                        && stretch.exceeds(share, look)
                        && !stretch.gave(most * GETS_ON, look);
        if (busy && wasShort && !stretch.isOfSeveral(look)) {
            // It goes on.
            shortAt = look.now;
            return false;
        }
        if (!counts || whole) {
            stretch.begin(look);
        }
        return busy;
    }
}
