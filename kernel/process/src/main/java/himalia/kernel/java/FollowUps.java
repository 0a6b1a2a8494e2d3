package himalia.kernel.java;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the running code of each cell has asked to be done after it; asked from other threads than the one that does it. */
final class FollowUps {
    private final Map<Long, Deque<FollowUp>> waiting = new HashMap<>();

    /** Has {@code next} done as part of {@code cell}. */
    synchronized void add(long cell, FollowUp next) {
        waiting.computeIfAbsent(cell, id -> new ArrayDeque<>()).add(next);
    }

    /** Takes the next one of a cell; null where there is none. */
    synchronized @Nullable FollowUp next(long cell) {
        var all = waiting.get(cell);
        return all == null ? null : all.poll();
    }

    synchronized void clear(long cell) {
        waiting.remove(cell);
    }
}
