package himalia.worker;

import org.jspecify.annotations.Nullable;

/**
 * Memory set aside, so that after an {@code OutOfMemoryError} there is enough to say so and to go on. A little from the
 * first cell on, off its way; more as soon as the heap is large, when it does not count. After it was given back it is
 * renewed from what is free, so that the second filling of a heap is answered as the first was.
 */
final class MemoryReserve {
    /** What a small cell needs, in parts that fit anywhere. */
    private static final int ROOM = 1 << 20;

    private static final int PART = 1 << 14;

    private static final int MOST_PIECES = 12;

    /** What only an answer gets, never a cell that may do well with more. */
    private static final int FOR_AN_ANSWER = 3;

    private static final int LARGEST_PIECE = 4 << 20;

    /** What an array takes beside its elements: a piece is to end where a region of the heap does. */
    private static final int HEAD = 64;

    /** Of what is free, as much stays free as is set aside, three times. */
    private static final int SHARE = 4;

    /** How much the heap may take. */
    static final long MOST = Runtime.getRuntime().maxMemory();

    private static final double HARDLY_MORE = 0.03;

    private final byte[] @Nullable [] pieces = new byte[MOST_PIECES][];
    private final int piece;
    private volatile long released;

    /** What was free then, and set aside. */
    private volatile long freeThen;

    MemoryReserve() {
        long share = Math.max(MOST / 128, 1 << 20) >> 20 << 20;
        piece = (int) Math.min(LARGEST_PIECE, share) - HEAD;
    }

    /** Returns how many bytes the heap can still take, garbage not counted. */
    static long free() {
        var runtime = Runtime.getRuntime();
        return MOST - (runtime.totalMemory() - runtime.freeMemory());
    }

    /** Returns whether the heap ran out of memory, and hardly any is free now but for what was set aside. */
    boolean isSpent() {
        if (released == 0 || !isLow()) {
            return false;
        }
        // What was let go of since counts as free.
        System.gc();
        return isLow();
    }

    /** Gives the memory back where a thread of the users found none, unless there is some: that one wanted more than most do. */
    void releaseIfFull() {
        try {
            if (free() < MOST * HeapJudge.NEARLY_FULL) {
                release();
            } else {
                room();
            }
        } catch (OutOfMemoryError e) {
            release();
        }
    }

    private synchronized long held() {
        long held = 0;
        for (int i = 0; i < MOST_PIECES; i++) {
            held += pieces[i] == null ? 0 : piece;
        }
        return held;
    }

    /** Returns when the heap ran out of memory last, as {@code System.nanoTime()} tells it; 0 where it never did. */
    long released() {
        return released;
    }

    /** Returns whether little is free, and nobody has let go of anything since then. */
    boolean isAsThen() {
        System.gc();
        return isFull() && free() < freeThen + MOST * HARDLY_MORE;
    }

    /** Returns whether little is free; it is garbage in part, where something was let go of since the last collection. */
    static boolean isFull() {
        return free() < MOST * HeapJudge.TIGHT;
    }

    private boolean isLow() {
        return free() < MOST * HeapJudge.NEARLY_FULL + (long) MOST_PIECES * piece;
    }

    /** Asks for the memory that a small cell needs; what was set aside counts. */
    void findRoom() {
        try {
            room();
        } catch (OutOfMemoryError e) {
            release();
            room();
        }
    }

    private static void room() {
        var room = new byte[ROOM / PART][];
        for (int i = 0; i < room.length; i++) {
            room[i] = new byte[PART];
        }
    }

    /** Gives the memory back, since there is none left; a full heap then has room for the cells that free the rest. Needs none. */
    void release() {
        freeThen = free() + held();
        released = System.nanoTime();
        giveBack(0);
    }

    /** Gives most of the memory back to who may do well with it. */
    void giveBack() {
        giveBack(FOR_AN_ANSWER);
    }

    private synchronized void giveBack(int from) {
        for (int i = from; i < MOST_PIECES; i++) {
            pieces[i] = null;
        }
    }

    /** Puts so many pieces of memory aside, where there is plenty. */
    synchronized void renew(int most) {
        try {
            for (int i = 0; i < most; i++) {
                if (pieces[i] == null && free() > (long) SHARE * (i + 1) * piece) {
                    pieces[i] = new byte[piece];
                }
            }
        } catch (OutOfMemoryError e) {
            release();
        }
    }

    /** Puts aside all that a large heap is to have. */
    void renewForLargeHeap() {
        renew(MOST_PIECES);
    }
}
