package himalia.worker;

import java.util.HashMap;
import java.util.Map;

/** The threads that run the user's code: one for the cells, one for the handlers of comms, one for each subshell. */
final class Lanes {
    /** None at all. */
    static final long NO_CELL = Long.MIN_VALUE;

    /** The lane of the cells. */
    static final String MAIN = "";

    static final String COMMS = "comms";

    private final Map<String, CellThread> threads = new HashMap<>();
    private final Runnable asynchronousStop;
    private int replaced;

    /**
     * Starts the thread of the cells.
     *
     * @param asynchronousStop stops the threads that the {@link StopDesk} names, or asks the kernel to
     */
    Lanes(Runnable asynchronousStop) {
        this.asynchronousStop = asynchronousStop;
        threads.put(MAIN, new CellThread(name(MAIN)));
    }

    /** Runs a job when those before it on the lane are done. */
    synchronized void run(String lane, PendingRequest job) {
        threads.computeIfAbsent(lane, name -> new CellThread(name(name))).run(job);
    }

    /** Returns whether code of the user's runs on one of them. */
    synchronized boolean busy() {
        return threads.values().stream().anyMatch(CellThread::busy);
    }

    /** Returns whether the thread of a cell waits, for as long as it takes. */
    synchronized boolean waits(long cell) {
        for (var thread : threads.values()) {
            if (thread.has(cell) && thread.waits()) {
                return true;
            }
        }
        return false;
    }

    /** Ends what runs for {@code cell}, wherever it runs. */
    synchronized void interrupt(long cell) {
        for (var each : threads.entrySet()) {
            if (each.getValue().has(cell)) {
                interrupter(each.getKey(), each.getValue(), cell).start();
            }
        }
    }

    /** A handler works for the cell that made it, whose threads go on. */
    private Interrupter interrupter(String lane, CellThread thread, long cell) {
        return new Interrupter(
                thread, cell, !lane.equals(COMMS), () -> replace(lane, thread), asynchronousStop);
    }

    /** Does for no cell what ends one in a full heap: what that needs is then there. */
    synchronized void rehearseEnd() {
        try {
            StopChecks.warn(NO_CELL);
            UserFrames.initialising();
            CellCode.cell(UserFrames.entry(), 0);
            StopChecks.announceFull(NO_CELL);
            interrupt(NO_CELL);
            waits(NO_CELL);
            threads.forEach((lane, thread) -> interrupter(lane, thread, NO_CELL));
        } finally {
            StopChecks.forget(NO_CELL);
        }
    }

    /** Ends the thread of a lane, once it has done what it was given. */
    synchronized void retire(String lane) {
        var thread = threads.remove(lane);
        if (thread != null) {
            thread.abandon();
        }
    }

    private synchronized void replace(String lane, CellThread blocked) {
        if (threads.containsKey(lane) && threads.get(lane) != blocked) {
            // Who pressed twice may have done it already.
            return;
        }
        replaced++;
        var fresh = blocked.successor(name(lane) + "-" + (replaced + 1));
        threads.put(lane, fresh);
        blocked.abandonFor(fresh);
    }

    private static String name(String lane) {
        return lane.equals(MAIN) ? "cell" : lane;
    }
}
