package himalia.worker;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Which cell a thread works for: the one it was started in, or, where nobody knows (a pool's thread), the one that is
 * running or ran last.
 */
final class CellScope {
    /** Owns what serves many cells: nothing stops it, and it is shown below the cell that runs or ran last. */
    static final long NOBODY = -1;

    /** Questions about values are below it. */
    private static final long QUESTIONS = Long.MIN_VALUE / 2;

    private static final InheritableThreadLocal<@Nullable Long> OWNER =
            new InheritableThreadLocal<>() {
                /** What a question starts may serve the cells to come. */
                @Override
                protected @Nullable Long childValue(@Nullable Long parent) {
                    return parent != null && isQuestion(parent) ? null : parent;
                }
            };
    private static final AtomicLong BACKGROUND = new AtomicLong(NOBODY);
    private static final AtomicLong ASKED = new AtomicLong(QUESTIONS);

    /** The cells that background work was started by. */
    private static final Map<Long, Long> CELLS = new ConcurrentHashMap<>();

    private static volatile long latest;
    private static volatile boolean cellRuns;

    private CellScope() {}

    /** Whose a thread is, as one cell sees it. */
    enum Ownership {
        OWN,
        /** A pool's. */
        NOBODYS,
        ANOTHERS
    }

    /** Looked up at the first interrupt. */
    private static final class Others {
        static final Optional<ThreadOwners> OWNERS = ThreadOwners.open();
    }

    /** Marks the calling thread, and those it will start, as working for {@code cell}. */
    static void enter(long cell) {
        if (cell != latest) {
            FellowThreads.noteElder();
        }
        OWNER.set(cell);
        latest = cell;
        cellRuns = true;
    }

    /** Notes that the calling thread has ended a cell's snippet. */
    static void leave() {
        cellRuns = false;
    }

    /**
     * Marks the calling thread, and those it will start, as working for {@code cell} beside the main ones; threads without
     * an owner work for it only while no cell runs.
     */
    static void enterAside(long cell) {
        OWNER.set(cell);
        if (!cellRuns) {
            latest = cell;
        }
    }

    /** Marks the calling thread, and those it will start, as working for background work alone. */
    static void own(long owner) {
        OWNER.set(owner);
    }

    /** Does work for {@code cell}, or for nobody, whomever the calling thread works for otherwise. */
    static void as(long cell, Runnable work) {
        var before = OWNER.get();
        OWNER.set(cell);
        try {
            work.run();
        } finally {
            if (before == null) {
                OWNER.remove();
            } else {
                OWNER.set(before);
            }
        }
    }

    /** Returns a new owner, below zero, of work that outlives the calling thread's cell and is shown below it. */
    static long background() {
        long owner = BACKGROUND.decrementAndGet();
        CELLS.put(owner, current());
        return owner;
    }

    /** Returns a new owner of what one question about a value runs, which is shown nowhere. */
    static long question() {
        return ASKED.decrementAndGet();
    }

    /** Returns whether {@code owner} is one of these. */
    static boolean isQuestion(long owner) {
        return owner < QUESTIONS;
    }

    /** Returns the cell below which what the calling thread prints is shown: that which has started it; 0 before the first one. */
    static long current() {
        long owner = owner();
        return owner < 0 ? CELLS.getOrDefault(owner, latest) : owner;
    }

    /** Returns the same, or the owner of background work. */
    static long owner() {
        var owner = OWNER.get();
        return owner == null ? latest : owner;
    }

    /** Returns whether somebody knows which cell started the calling thread. */
    static boolean owned() {
        return OWNER.get() != null;
    }

    /** Returns whether {@code cell} is the one that is running or ran last; threads without an owner work for it. */
    static boolean isLatest(long cell) {
        return cell == latest;
    }

    /**
     * Returns whose a thread is for {@code cell}; another's where this cannot be told.
     *
     * @param entry the method through which it came into the user's code
     */
    static Ownership ownership(long cell, Thread thread, Optional<String> entry) {
        try {
            if (Others.OWNERS.isEmpty()) {
                return Ownership.ANOTHERS;
            }
            var owner = Others.OWNERS.get().get(thread, OWNER);
            if (owner instanceof Long starter) {
                return CellCode.cell(entry, starter) == cell ? Ownership.OWN : Ownership.ANOTHERS;
            }
            return Ownership.NOBODYS;
        } catch (IllegalAccessException e) {
            return Ownership.ANOTHERS;
        }
    }
}
