package himalia.kernel.debugger;

import com.sun.jdi.ThreadReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The threads that stand still. One is shown at a time, and called thread 1, because front ends know no other; those that
 * stop meanwhile wait for their turn.
 */
final class Stops {
    /** The thread that front ends speak of. */
    static final int THREAD = 1;

    private final Deque<Stop> stops = new ArrayDeque<>();
    private final Events events;
    private final Handles handles;
    private final Calls calls;

    Stops(Events events, Handles handles, Calls calls) {
        this.events = events;
        this.handles = handles;
        this.calls = calls;
    }

    /** Adds one, and shows it if none is shown. */
    synchronized void add(Stop stop) {
        stops.add(stop);
        notifyAll();
        if (stops.size() == 1) {
            show(stop);
        }
    }

    /** Returns the one that is shown. */
    synchronized Optional<Stop> shown() {
        return Optional.ofNullable(stops.peek());
    }

    /**
     * Returns the one that is shown.
     *
     * @throws DebugException if nothing is stopped
     */
    Stop required() {
        return shown().orElseThrow(() -> new DebugException("nothing is stopped"));
    }

    /** Waits, so many milliseconds at most, until something is stopped. */
    synchronized boolean await(long milliseconds) throws InterruptedException {
        long end = System.nanoTime() + milliseconds * 1_000_000;
        while (stops.isEmpty()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** Lets the one that is shown go on, and shows the next. */
    synchronized void resume(Stop stop) {
        if (stops.remove(stop)) {
            handles.clear();
            events.send("continued", Map.of("threadId", THREAD, "allThreadsContinued", false));
            calls.letGo(stop.thread());
            if (!stops.isEmpty()) {
                show(stops.element());
            }
        }
    }

    /** Takes all of them away, for the caller to resume; nothing is shown after that. */
    synchronized List<Stop> takeAll() {
        var all = new ArrayList<>(stops);
        stops.clear();
        handles.clear();
        if (!all.isEmpty()) {
            events.send("continued", Map.of("threadId", THREAD, "allThreadsContinued", true));
        }
        return all;
    }

    /** Returns whether a thread is one of them. */
    synchronized boolean holds(ThreadReference thread) {
        return stops.stream().anyMatch(stop -> stop.thread().equals(thread));
    }

    private void show(Stop stop) {
        events.send(
                "stopped",
                Map.of(
                        "reason",
                        stop.reason(),
                        "threadId",
                        THREAD,
                        "description",
                        stop.text().isEmpty() ? "stopped: " + stop.reason() : stop.text(),
                        "text",
                        stop.text(),
                        "allThreadsStopped",
                        false));
    }
}
