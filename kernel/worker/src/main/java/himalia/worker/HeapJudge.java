package himalia.worker;

/**
 * Says of a heap whether who runs in it gets anywhere, by how much is free and how much of the time goes to collecting.
 *
 * <p>With under 6 % free, over three quarters of 1.5 s are enough: it is full. With more, and over nine tenths, what was set aside may be what a healthy
 * cell lacks: the first time it is short, and full only if that did not help within twenty seconds, and for more than one pause.
 * So it is with under 12 %, for ends of regions may be of no use; and with under 20 % where a collector runs without a pause. Needs
 * no memory.
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
    private long shortAt;

    /** Judges a heap that may take so many bytes. */
    HeapJudge(long most) {
        this.most = most;
    }

    /** What went before is of no account. */
    void begin(long now, long collected, long collections) {
        wasShort = false;
        isFull = false;
        whileScarce.begin(now, collected, collections);
        whileTight.begin(now, collected, collections);
    }

    /** Returns whether it was short a while ago. */
    boolean wasShort() {
        return wasShort;
    }

    /** Returns what it is now, with so much free, after so many collections of so many milliseconds; full just behind one alone. */
    Verdict of(long free, long now, long collected, long collections) {
        var verdict = judge(free, now, collected, collections);
        boolean isCollected = collections != collectionsBefore;
        collectionsBefore = collections;
        isFull |= verdict == Verdict.FULL;
        if (isFull && isCollected) {
            isFull = false;
            return free < most * TIGHT ? Verdict.FULL : Verdict.WELL;
        }
        return verdict == Verdict.FULL ? Verdict.WELL : verdict;
    }

    private Verdict judge(long free, long now, long collected, long collections) {
        boolean low = free < most * NEARLY_FULL;
        boolean isBusy =
                isBusy(
                        whileScarce,
                        free < most * SCARCE,
                        low ? NEARLY_FULL_FOR : SHORT_FOR,
                        low ? HARDLY_ANYTHING : NEARLY_ALL,
                        now,
                        collected,
                        collections);
        isBusy |=
                isBusy(
                        whileTight,
                        free < most * TIGHT,
                        wasShort ? STALLS_FOR : SHORT_FOR,
                        wasShort ? ALL : NEARLY_ALL,
                        now,
                        collected,
                        collections);
        if (!isBusy) {
            wasShort &= now - shortAt < STRIKE;
            return Verdict.WELL;
        }
        if (low || wasShort) {
            return Verdict.FULL;
        }
        wasShort = true;
        shortAt = now;
        return Verdict.SHORT;
    }

    /** A stretch ends where more is free, or when it is long enough to be judged. */
    private boolean isBusy(
            CollectedTime stretch,
            boolean counts,
            long enough,
            double share,
            long now,
            long collected,
            long collections) {
        boolean whole = stretch.lasts(enough, now);
        boolean busy = counts && whole && stretch.exceeds(share, now, collected);
        if (busy && wasShort && !stretch.isOfSeveral(collections)) {
            // It goes on.
            shortAt = now;
            return false;
        }
        if (!counts || whole) {
            stretch.begin(now, collected, collections);
        }
        return busy;
    }
}
