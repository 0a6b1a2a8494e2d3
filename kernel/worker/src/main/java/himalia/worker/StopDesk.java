package himalia.worker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel's debugger reads here before it stops threads: who is meant, what to throw, and the secret that
 * proves that this is the worker; and where it lays an object that is to be looked at.
 */
final class StopDesk {
    /** Given by the kernel at the start. */
    static volatile String secret = "";

    /** Whether a debugger was attached; set by it. */
    static volatile boolean debugged;

    /** The threads to stop. Who has suspended one looks here again: it may have gone on to another cell. */
    static volatile StopTarget[] targets = {};

    private static final Map<Object, List<StopTarget>> WISHES = new HashMap<>();

    /** What is thrown into it; made beforehand, because a suspended process makes nothing. */
    static final CellInterrupted error = new CellInterrupted();

    /** What is to be looked at; laid here by the debugger. */
    static volatile @Nullable Object subject;

    /** The parts of what was looked at, for the debugger to take. */
    static volatile @Nullable Object @Nullable [] parts;

    private StopDesk() {}

    /** From now on, those are what {@code who} wants stopped. */
    static synchronized void aim(Object who, List<StopTarget> wanted) {
        if (wanted.isEmpty()) {
            WISHES.remove(who);
        } else {
            WISHES.put(who, List.copyOf(wanted));
        }
        targets = WISHES.values().stream().flatMap(List::stream).toArray(StopTarget[]::new);
    }

    /** The thread has done what anybody wanted it stopped for. Needs no memory: a full heap may be why. */
    static synchronized void spare(Thread thread) {
        for (var target : targets) {
            if (target.thread == thread) {
                target.thread = null;
            }
        }
    }
}
