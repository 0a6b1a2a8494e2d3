package himalia.worker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * The threads that compute for a cell beside its own: those that it started, and a pool's while they run its code. What
 * a pool that nobody owns ran already when the cell began is an earlier cell's.
 */
final class FellowThreads {
    private static volatile Set<String> elder = Set.of();

    private final long cell;
    private final Thread lane;

    /** What pools do for the cell; told while it runs, since later they may do the same for another. */
    private final Set<String> pooled;

    /** Those of {@code cell}, which runs on {@code lane}. */
    FellowThreads(long cell, Thread lane) {
        this.cell = cell;
        this.lane = lane;
        this.pooled = CellScope.isLatest(cell) ? pooled(cell) : Set.of();
    }

    /** Notes, before a cell begins, what the pool does for the cells before it. */
    static void noteElder() {
        var group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        var threads = new Thread[group.activeCount() + 32];
        int count = group.enumerate(threads);
        Set<String> found = new HashSet<>();
        for (int i = 0; i < count; i++) {
            if (threads[i] instanceof ForkJoinWorkerThread) {
                UserFrames.entry(threads[i].getStackTrace()).ifPresent(found::add);
            }
        }
        elder = Set.copyOf(found);
    }

    /** Returns whether the calling thread, which nobody owns, runs what was there before the cell. */
    static boolean callerIsElder() {
        var before = elder;
        return !before.isEmpty() && UserFrames.entry().filter(before::contains).isPresent();
    }

    /**
     * Returns those that compute for the cell now.
     *
     * @param initialisersToo whether the classes that they initialise had their time
     */
    List<StopTarget> burning(boolean initialisersToo) {
        var found = new ArrayList<StopTarget>();
        Thread.getAllStackTraces()
                .forEach(
                        (thread, frames) -> {
                            if (thread != lane && thread.getState() == Thread.State.RUNNABLE) {
                                entry(thread, frames)
                                        .ifPresent(
                                                entry ->
                                                        found.add(
                                                                new StopTarget(
                                                                        thread,
                                                                        entry,
                                                                        initialisersToo)));
                            }
                        });
        return found;
    }

    /**
     * Interrupts what waits for the cell in a pool that nobody owns, for which later cells would wait; not once one of those
     * runs, whose work looks the same. Returns whether anything did.
     */
    boolean wake() {
        if (!CellScope.isLatest(cell) || StopChecks.full(cell)) {
            return false;
        }
        boolean found = false;
        for (var each : Thread.getAllStackTraces().entrySet()) {
            var thread = each.getKey();
            if (waitsInPool(thread, each.getValue())) {
                found = true;
                if (!StopChecks.tidiesUp(thread, cell)
                        && CellScope.isLatest(cell)
                        && waitsInPool(thread, thread.getStackTrace())) {
                    StopChecks.knows(thread, cell);
                    thread.interrupt();
                }
            }
        }
        return found;
    }

    /** A class that is interrupted as it is initialised cannot be used any more. */
    private boolean waitsInPool(Thread thread, StackTraceElement[] frames) {
        var state = thread.getState();
        return (state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING)
                && UserFrames.entry(frames).filter(pooled::contains).isPresent()
                && CellScope.ownership(cell, thread, Optional.empty())
                        == CellScope.Ownership.NOBODYS
                && UserFrames.initialised(frames).isEmpty()
                && !UserFrames.libraryInitialises(frames)
                && !isOurs(frames);
    }

    /** Returns what a thread does for the cell, if it does anything; it may go on to other cells' work. */
    private Optional<String> entry(Thread thread, StackTraceElement[] frames) {
        var entry = UserFrames.entry(frames);
        return switch (CellScope.ownership(cell, thread, entry)) {
            case OWN -> entry;
            case NOBODYS -> entry.filter(each -> pooled.contains(each) && !isOurs(frames));
            case ANOTHERS -> Optional.empty();
        };
    }

    /** Returns where pools came into the user's code since the cell began. */
    private static Set<String> pooled(long cell) {
        Set<String> found = new HashSet<>();
        Thread.getAllStackTraces()
                .forEach(
                        (thread, frames) -> {
                            var entry = UserFrames.entry(frames);
                            if (CellScope.ownership(cell, thread, entry)
                                            == CellScope.Ownership.NOBODYS
                                    && !isOurs(frames)) {
                                entry.ifPresent(found::add);
                            }
                        });
        found.removeAll(elder);
        return found;
    }

    /** Whether it is a thread of ours, which shows a value to a debugger or in a tip. */
    private static boolean isOurs(StackTraceElement[] frames) {
        for (var frame : frames) {
            if (frame.getClassName().startsWith("himalia.worker.")) {
                return true;
            }
        }
        return false;
    }
}
