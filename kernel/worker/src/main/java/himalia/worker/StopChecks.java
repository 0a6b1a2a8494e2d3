package himalia.worker;

import himalia.display.bundle.KeptWork;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The stop checks woven into the user's classes: one shared call site that does nothing, until a cell is to be stopped.
 *
 * <p>A no-op call site costs nothing once compiled and keeps loops vectorised, where a volatile flag costs up to eight
 * times.
 */
public final class StopChecks {
    /** What is said of a heap in which nothing gets anywhere. */
    static final String HEAP_IS_FULL =
            "Java heap space: nearly nothing is free, and hardly anything is done but collecting garbage";

    private static final MethodType NOTHING = MethodType.methodType(void.class);
    private static final MethodHandle IDLE = MethodHandles.empty(NOTHING);
    private static final MethodHandle CHECK = check();
    private static final MutableCallSite SITE = new MutableCallSite(IDLE);

    /** In nanoseconds, how long code that was told that it ends may tidy up; behind that the kernel's debugger stops it. */
    private static final long TIDIES = 140_000_000L;

    /** Whether the call site stops anything. Not volatile, which would slow loops: who hears an interrupt sees what was done before it. */
    private static boolean aimed;

    /** The same, for loops of which nothing else takes a compiler to look again. */
    private static volatile boolean aimedNow;

    private static final Set<Long> STOPPED = ConcurrentHashMap.newKeySet();

    /** Those of them that are being stopped because the heap is full. */
    private static final Set<Long> FULL = ConcurrentHashMap.newKeySet();

    /** Those of them whose class initialisers had their time to come to an end. */
    private static final Set<Long> LATE = ConcurrentHashMap.newKeySet();

    /** Cells in a full heap, and which of their threads were told so by an error. */
    private static final Map<Long, Set<Thread>> WARNED = new ConcurrentHashMap<>();

    /** Whether they are told at any check, and not only where such an error is caught. */
    private static volatile boolean warnsAnywhere;

    /** How often code answered an error so far. */
    private static final AtomicInteger CAUGHT = new AtomicInteger();

    /** Who did so last since a warning: it was told by the JVM. */
    private static volatile @Nullable Thread told;

    /** The threads that were told that their cell ends. */
    private static final Map<Thread, Told> TOLD = new ConcurrentHashMap<>();

    private record Told(long cell, long at) {}

    /** Cells that were answered, while the threads that they started still compute. */
    private static final Set<Long> LEFT_OVER = ConcurrentHashMap.newKeySet();

    /** Those of them whose work keeps what it has, for a variable. */
    private static final Set<Long> KEEPING = ConcurrentHashMap.newKeySet();

    private StopChecks() {}

    /** Links a woven {@code invokedynamic}. */
    public static CallSite bootstrap(MethodHandles.Lookup caller, String name, MethodType type) {
        return SITE;
    }

    /** From now on, {@code cell} is being stopped, though no check ends it yet. */
    static void announce(long cell) {
        STOPPED.add(cell);
    }

    /** From now on, {@code cell} is being stopped, because the heap is full. */
    static void announceFull(long cell) {
        FULL.add(cell);
        LATE.add(cell);
        STOPPED.add(cell);
    }

    /** From now on, code that runs for {@code cell} ends at its next check. */
    static synchronized void stop(long cell) {
        STOPPED.add(cell);
        aim(CHECK);
    }

    /** From now on, {@code cell} ends behind the variable that is given what its work has kept. */
    static void keep(long cell) {
        KEEPING.add(cell);
    }

    /** From now on, the class initialisers that run for {@code cell} end too. */
    static void stopInitialisers(long cell) {
        LATE.add(cell);
    }

    /** Forgets {@code cell}: nothing runs for it any more. */
    static synchronized void forget(long cell) {
        FULL.remove(cell);
        LATE.remove(cell);
        KEEPING.remove(cell);
        boolean warned = WARNED.remove(cell) != null;
        if (STOPPED.remove(cell) || warned) {
            rest();
            TOLD.remove(Thread.currentThread());
        }
    }

    /** Each thread of a cell is thrown one {@code OutOfMemoryError} at its next check where that is caught, as the JVM would throw it some seconds later. */
    static synchronized void warn(long cell) {
        warnsAnywhere = false;
        told = null;
        WARNED.put(cell, ConcurrentHashMap.newKeySet());
        if (cell != Lanes.NO_CELL) {
            aim(CHECK);
        }
    }

    /** Who has come to no such check is thrown it at any. */
    static void warnAnywhere() {
        warnsAnywhere = true;
    }

    /** There is memory again: no thread is thrown one any more. */
    static synchronized void unwarn() {
        WARNED.clear();
        rest();
    }

    /** A thread that waits hears of its end by the interrupt, another by what is thrown: what it does from then on is to tidy up. */
    static void knows(Thread thread, long cell) {
        var told = TOLD.get(thread);
        if (told == null || told.cell() != cell) {
            TOLD.put(thread, new Told(cell, System.nanoTime()));
        }
    }

    /** From now on, threads that {@code cell} started end at their next check; what its lanes run is spared. */
    static synchronized void stopFellows(long cell) {
        LEFT_OVER.add(cell);
        aim(CHECK);
    }

    /** Lets the threads go on that {@code cell} started. */
    static synchronized void forgetFellows(long cell) {
        if (LEFT_OVER.remove(cell)) {
            rest();
        }
        TOLD.values().removeIf(told -> told.cell() == cell);
    }

    private static void rest() {
        if (STOPPED.isEmpty() && LEFT_OVER.isEmpty() && WARNED.isEmpty()) {
            aim(IDLE);
        }
    }

    /** Returns whether {@code cell} is being stopped. */
    static boolean stopping(long cell) {
        return STOPPED.contains(cell);
    }

    /** Returns whether it is being stopped because the heap is full. */
    static boolean full(long cell) {
        return FULL.contains(cell);
    }

    /** Woven behind each reference that a static field is given; a call site for each would cost a cell of many lines its linking. */
    public static void behindVariable() {
        // What tidies up behind another interrupt gives variables their values, too.
        if (aimed && KEEPING.contains(CellScope.owner())) {
            endIfStopped();
        }
    }

    /** A check without a call site to link: a cell's own method has none at its entry, for that would cost each cell; and what answers an error may have no memory. */
    public static void unlinked() {
        if (aimedNow) {
            endIfStopped(false);
        }
    }

    /** The same where an {@code OutOfMemoryError} is caught: who is warned is to hear it there, and not at the next step outside. */
    public static void tried() {
        if (aimed) {
            endIfStopped(true);
        }
    }

    /** Woven in front of what answers an {@code OutOfMemoryError}, which needs no memory for this. */
    public static void caught() {
        CAUGHT.incrementAndGet();
        if (aimed) {
            told = Thread.currentThread();
        }
    }

    /** Returns how often that was; who lets go of something then is judged anew. */
    static int timesCaught() {
        return CAUGHT.get();
    }

    private static void aim(MethodHandle target) {
        aimed = target == CHECK;
        aimedNow = aimed;
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
        endIfStopped(warnsAnywhere);
    }

    /** Work that keeps what it has ends by itself. */
    private static void endIfStopped(boolean warns) {
        long owner = CellScope.owner();
        boolean isKnown =
                owner < 0
                        || CellThread.isCaller()
                        || CellScope.isLatest(owner)
                        || CellCode.isNobodySought()
                                && WARNED.isEmpty()
                                && !STOPPED.contains(owner);
        if (!isKnown && CellCode.rests()) {
            return;
        }
        long cell = isKnown ? owner : CellCode.atWork(owner);
        boolean stopped =
                STOPPED.contains(cell) || LEFT_OVER.contains(cell) && !CellThread.isCaller();
        var warned = WARNED.get(cell);
        if (stopped) {
            if (mayEnd(cell)) {
                end(cell);
            }
        } else if (warned != null
                && warns
                && told != Thread.currentThread()
                && !warned.contains(Thread.currentThread())
                && mayEnd(cell)) {
            warned.add(Thread.currentThread());
            if (MemoryReserve.isFull()) {
                throw new OutOfMemoryError(HEAP_IS_FULL);
            }
        }
        if (!isKnown) {
            CellCode.rest();
        }
    }

    private static boolean mayEnd(long cell) {
        return KeptWork.on(Thread.currentThread()).isEmpty()
                && (CellScope.owned() || !FellowThreads.callerIsElder())
                && (LATE.contains(cell) || !UserFrames.initialising());
    }

    private static void end(long cell) {
        // A pool's thread goes on with the next task, for whatever cell runs then.
        if (FULL.contains(cell) || !CellScope.owned()) {
            throw new CellInterrupted();
        }
        if (!tidiesUp(Thread.currentThread(), cell)) {
            knows(Thread.currentThread(), cell);
            throw new CellInterrupted();
        }
    }

    /** Returns whether it was told just now that it ends: {@code finally} and {@code close} run as in any other case. */
    static boolean tidiesUp(Thread thread, long cell) {
        var told = TOLD.get(thread);
        return told != null && told.cell() == cell && System.nanoTime() - told.at() < TIDIES;
    }
}
