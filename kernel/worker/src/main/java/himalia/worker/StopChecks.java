package himalia.worker;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The stop checks woven into the user's classes: one shared call site that does nothing, until a cell is to be stopped.
 *
 * <p>A no-op call site costs nothing once compiled and keeps loops vectorised, where a volatile flag costs up to eight
 * times.
 */
public final class StopChecks {
    private static final MethodType NOTHING = MethodType.methodType(void.class);
    private static final MethodHandle IDLE = MethodHandles.empty(NOTHING);
    private static final MethodHandle CHECK = check();
    private static final MutableCallSite SITE = new MutableCallSite(IDLE);
    private static final Set<Long> STOPPED = ConcurrentHashMap.newKeySet();

    private StopChecks() {}

    /** Links a woven {@code invokedynamic}. */
    public static CallSite bootstrap(MethodHandles.Lookup caller, String name, MethodType type) {
        return SITE;
    }

    /** From now on, code that runs for {@code cell} ends at its next check. */
    static synchronized void stop(long cell) {
        STOPPED.add(cell);
        aim(CHECK);
    }

    /** Forgets {@code cell}: nothing runs for it any more. */
    static synchronized void forget(long cell) {
        if (STOPPED.remove(cell) && STOPPED.isEmpty()) {
            aim(IDLE);
        }
    }

    /** Returns whether {@code cell} is being stopped. */
    static boolean stopping(long cell) {
        return STOPPED.contains(cell);
    }

    private static void aim(MethodHandle target) {
        SITE.setTarget(target);
        MutableCallSite.syncAll(new MutableCallSite[] {SITE});
    }

    private static MethodHandle check() {
        try {
            return MethodHandles.lookup().findStatic(StopChecks.class, "endIfStopped", NOTHING);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the stop check is gone", e);
        }
    }

    private static void endIfStopped() {
        if (STOPPED.contains(CellScope.current())) {
            throw new CellInterrupted();
        }
    }
}
