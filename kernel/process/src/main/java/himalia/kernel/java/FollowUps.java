package himalia.kernel.java;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What the running code has asked to be done after it; asked from other threads than the one that does it. */
final class FollowUps {
    private final Deque<FollowUp> waiting = new ArrayDeque<>();

    synchronized void add(FollowUp next) {
        waiting.add(next);
    }

    /** Takes the next one; null where there is none. */
    synchronized @Nullable FollowUp next() {
        return waiting.poll();
    }

    synchronized void clear() {
        waiting.clear();
    }
}
