package himalia.worker;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Which cell has brought the code that a thread runs, by the method through which it came into the user's code. A pool's
 * thread is of the cell that gave the pool its first task, and goes on with those of later cells: what it then runs is theirs
 * where they have written it themselves; a task that an earlier cell has written stays with the thread. It says whose interrupt
 * ends a thread; below which cell its output is shown says {@link CellScope}.
 */
final class CellCode {
    /** In nanoseconds. */
    private static final long REST = 1_000_000;

    private static final ThreadLocal<@Nullable Long> RESTS = new ThreadLocal<>();

    /** How many interrupts are at hand: without one nobody need know what a thread runs. */
    private static final AtomicInteger ENDING = new AtomicInteger();

    private static final Map<String, Long> CELLS = new ConcurrentHashMap<>();

    private CellCode() {}

    /** Notes that a class of a cell, named as {@code REPL.$Cell7}, is run for {@code cell}. */
    static void brought(String className, long cell) {
        CELLS.put(className, cell);
    }

    /**
     * Returns the cell that a thread works for.
     *
     * @param entry the method through which it came into the user's code
     * @param owner the cell that has started it; one before zero has background work, which stays its own
     */
    static long cell(Optional<String> entry, long owner) {
        return owner < 0 || entry.isEmpty() ? owner : Math.max(owner, cell(entry.get(), owner));
    }

    /** Returns the cell that the calling thread works for, which {@code owner} has started; that one where there is no memory to see. */
    static long atWork(long owner) {
        try {
            return cell(UserFrames.entry(), owner);
        } catch (OutOfMemoryError e) {
            return owner;
        }
    }

    /** Ends one that {@link #seek} has begun. */
    static void found() {
        ENDING.decrementAndGet();
    }

    /** An interrupt begins. */
    static void seek() {
        ENDING.incrementAndGet();
    }

    /** Returns whether there is none. */
    static boolean isNobodySought() {
        return ENDING.get() == 0;
    }

    /** Lets the calling thread be for a while: to see what it runs is to walk its stack. */
    static void rest() {
        try {
            RESTS.set(System.nanoTime());
        } catch (OutOfMemoryError e) {
            // It is looked at again.
        }
    }

    /** Returns whether it is let be. */
    static boolean rests() {
        try {
            var since = RESTS.get();
            return since != null && System.nanoTime() - since < REST;
        } catch (OutOfMemoryError e) {
            return false;
        }
    }

    private static long cell(String method, long owner) {
        var type = method.substring(0, method.lastIndexOf('.'));
        while (true) {
            var cell = CELLS.get(type);
            int outside = type.lastIndexOf('$');
            if (cell != null || outside < 0) {
                return cell == null ? owner : cell;
            }
            type = type.substring(0, outside);
        }
    }
}
