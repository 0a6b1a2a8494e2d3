package himalia.worker;

import himalia.display.bundle.KeptWork;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends what a cell runs, in steps: the woven checks and {@code Thread.interrupt} at once; after a while an asynchronous
 * stop by the kernel's debugger, for loops inside library code, in the cell's thread and in those that help it; at last the
 * thread is given up and the cell answered in its place. All of that waits for work that ends by itself, with what it has,
 * unless somebody who was told so presses again; before, a press is the second click of the first. It waits, once, for work that the
 * interrupt begins, too: for what was found so far to be shown.
 */
final class Interrupter implements Runnable {
    private static final long UNTIL_STOP = 150;
    private static final long UNTIL_INITIALISERS = 500;
    private static final long UNTIL_ABANDONED = 550;
    private static final long UNTIL_LIBRARIES = 3_000;
    private static final long UNTIL_LEFT_ALONE = 5_000;

    /** What was kept is on its way to its variable: until nothing in the user's code takes so long. */
    private static final long WAY_OUT = 3_000;

    private static final long UNTIL_TOLD = 1_000;
    private static final long STEP = 10;
    private static final long STOP_STEP = 50;

    /** How often nothing must be seen: a pool's thread may be between two tasks. */
    private static final int QUIET = 2;

    private final CellThread lane;
    private final long cell;
    private final boolean withFellows;
    private final Runnable replaceLane;
    private final Runnable asynchronousStop;

    /** Whether the cell was being ended already. */
    private boolean again;

    /** Whether class initialisers had their time, and end too. */
    private boolean late;

    /** Whether work that began behind the interrupt had its time: code that begins the next one whenever it is interrupted ends. */
    private boolean hasWaited;

    /**
     * An interrupt of what {@code lane} runs for {@code cell}.
     *
     * @param withFellows whether the threads that compute for the cell beside the lane end too
     * @param replaceLane gives later cells another thread
     * @param asynchronousStop stops the threads that the {@link StopDesk} names, or asks the kernel to
     */
    Interrupter(
            CellThread lane,
            long cell,
            boolean withFellows,
            Runnable replaceLane,
            Runnable asynchronousStop) {
        this.lane = lane;
        this.cell = cell;
        this.withFellows = withFellows;
        this.replaceLane = replaceLane;
        this.asynchronousStop = asynchronousStop;
    }

    /** Begins, on a thread of its own. */
    void start() {
        again = StopChecks.stopping(cell);
        // At once: what the kernel says next, such as that nobody answers a question any more,
        // belongs to it.
        StopChecks.announce(cell);
        var thread = new Thread(this, "himalia-interrupter");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        CellCode.seek();
        try {
            // Before the cell can end: afterwards nobody knows what a pool did for it.
            var fellows = withFellows ? new FellowThreads(cell, lane.thread()) : null;
            Initialisers.note(cell, lane.thread().getStackTrace());
            StopChecks.stop(cell);
            long begin = System.nanoTime();
            var work = KeptWork.on(lane.thread()).filter(any -> lane.runningFor(cell) != null);
            if (work.isPresent() && again && (work.get().isTold() || StopChecks.full(cell))) {
                work.get().giveUp();
                hasWaited = true;
            } else if (work.isPresent()) {
                StopChecks.keep(cell);
                awaitEnd(work.get());
                if (work.get().isGivenUp()) {
                    // Who pressed again has an interrupter of his own.
                    return;
                }
                begin = System.nanoTime() + WAY_OUT * 1_000_000;
            } else if (lane.hearsInterrupts(cell)) {
                StopChecks.knows(lane.thread(), cell);
            }
            interruptLane(0);
            StatementCalls.cancel(lane.thread(), cell);
            if (fellows != null) {
                fellows.wake();
            }
            endLane(begin, fellows);
            if (fellows != null) {
                endFellows(begin, fellows);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // Others may be meant by now.
            StopDesk.aim(this, List.of());
            StopChecks.forgetFellows(cell);
            CellCode.found();
        }
    }

    /** Lets work that keeps what it has come to its end. */
    private void awaitEnd(KeptWork work) throws InterruptedException {
        work.interrupt();
        long begin = System.nanoTime();
        while (!work.isOver() && lane.has(cell)) {
            long passed = (System.nanoTime() - begin) / 1_000_000;
            interruptLane(passed);
            lane.awaitEnd(cell, STEP);
            if (passed > UNTIL_TOLD) {
                work.tell();
            }
        }
    }

    private void endLane(long pressed, @Nullable FellowThreads fellows)
            throws InterruptedException {
        long begin = pressed;
        long nextStop = UNTIL_STOP;
        boolean abandoned = false;
        long patience = UNTIL_ABANDONED;
        while (true) {
            lane.awaitEnd(cell, STEP);
            var job = lane.runningFor(cell);
            long passed = (System.nanoTime() - begin) / 1_000_000;
            if (!lane.has(cell)) {
                // It may have ended by itself as this began.
                StopChecks.forget(cell);
                return;
            }
            if (passed > UNTIL_LEFT_ALONE) {
                return;
            }
            if (job == null) {
                // It waits for the job before it.
                continue;
            }
            var work = KeptWork.on(lane.thread());
            if (work.isPresent() && !hasWaited && !StopChecks.full(cell)) {
                hasWaited = true;
                StopDesk.aim(this, List.of());
                awaitEnd(work.get());
                if (work.get().isGivenUp()) {
                    return;
                }
                begin = System.nanoTime() + WAY_OUT * 1_000_000;
                nextStop = UNTIL_STOP;
                continue;
            }
            if (passed > UNTIL_INITIALISERS && !late && !CellScope.isQuestion(cell)) {
                late = true;
                patience = hurry() ? 2 * UNTIL_ABANDONED : UNTIL_ABANDONED;
            }
            // With a full heap nothing is gained by a second thread.
            if (passed > patience && !abandoned && !StopChecks.full(cell)) {
                abandoned = true;
                replaceLane.run();
                job.abandon(lane.thread());
            }
            // Code that swallows the first interrupt meets the next one.
            interruptLane(passed);
            if (passed > nextStop) {
                nextStop = passed + STOP_STEP;
                var others = fellows == null ? List.<StopTarget>of() : fellows.burning(late);
                lane.aim(this, cell, others, late);
                asynchronousStop.run();
                // One that began after the first press.
                StatementCalls.cancel(lane.thread(), cell);
            }
        }
    }

    /** A library's class that is interrupted as it is initialised cannot be used any more: it gets a while. So does what tidies up. */
    private void interruptLane(long passed) {
        if (passed > 0 && StopChecks.tidiesUp(lane.thread(), cell)) {
            return;
        }
        if (passed > UNTIL_LIBRARIES
                || !UserFrames.libraryInitialises(lane.thread().getStackTrace())) {
            lane.interrupt(cell);
        }
    }

    /** Ends class initialisers too; returns whether one runs. */
    private boolean hurry() {
        var frames = lane.thread().getStackTrace();
        Initialisers.note(cell, frames);
        StopChecks.stopInitialisers(cell);
        return !UserFrames.initialised(frames).isEmpty();
    }

    /** The cell is answered, and its lane may be another's: what it started may still compute. */
    private void endFellows(long begin, FellowThreads fellows) throws InterruptedException {
        StopDesk.aim(this, List.of());
        int quiet = 0;
        while (quiet < QUIET && (System.nanoTime() - begin) / 1_000_000 < UNTIL_LEFT_ALONE) {
            // Most end by themselves: by a check, or by what became of the cell.
            Thread.sleep(STOP_STEP);
            var targets = fellows.burning(late);
            StopDesk.aim(this, targets);
            if (!fellows.wake() && targets.isEmpty()) {
                quiet++;
                continue;
            }
            quiet = 0;
            StopChecks.stopFellows(cell);
            if (!targets.isEmpty()) {
                asynchronousStop.run();
            }
        }
    }
}
