package himalia.kernel.java;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** Counts how often the user pressed interrupt for one cell lately. */
final class InterruptCounter {
    private static final long LATELY = 10_000_000_000L;

    /** Two clicks within it are one press. */
    private static final long CLICK = 1_000_000_000L;

    private final Deque<Long> times = new ArrayDeque<>();
    private final LongSupplier clock;
    private long cell;

    /** Counts by a clock of nanoseconds. */
    InterruptCounter(LongSupplier clock) {
        this.clock = clock;
    }

    /**
     * Notes a press, and returns how many there were for {@code pressed} within ten seconds; those within a second are one.
     */
    synchronized int count(long pressed) {
        long now = clock.getAsLong();
        if (pressed != cell) {
            times.clear();
            cell = pressed;
        }
        while (!times.isEmpty() && now - times.peekFirst() > LATELY) {
            times.removeFirst();
        }
        if (times.isEmpty() || now - times.peekLast() >= CLICK) {
            times.addLast(now);
        }
        return times.size();
    }
}
