package himalia.worker;

/**
 * Ends what a cell runs, in steps: the woven checks and {@code Thread.interrupt} at once; after a while an asynchronous
 * stop by the kernel's debugger, for loops inside library code; at last the thread is given up and the cell answered in
 * its place.
 */
final class Interrupter {
    private static final long UNTIL_STOP = 150;
    private static final long UNTIL_ABANDONED = 550;
    private static final long UNTIL_LEFT_ALONE = 5_000;
    private static final long STEP = 10;
    private static final long STOP_STEP = 50;

    private final CellThread lane;
    private final long cell;
    private final Runnable replaceLane;
    private final Runnable asynchronousStop;

    /**
     * An interrupt of what {@code lane} runs for {@code cell}.
     *
     * @param replaceLane gives later cells another thread
     * @param asynchronousStop stops the thread that the {@link StopDesk} names, or asks the kernel to
     */
    Interrupter(CellThread lane, long cell, Runnable replaceLane, Runnable asynchronousStop) {
        this.lane = lane;
        this.cell = cell;
        this.replaceLane = replaceLane;
        this.asynchronousStop = asynchronousStop;
    }

    /** Begins, on a thread of its own. */
    void start() {
        StopChecks.stop(cell);
        lane.interrupt(cell);
        var thread = new Thread(this::escalate, "himalia-interrupter");
        thread.setDaemon(true);
        thread.start();
    }

    /** Another lane's thread may be meant by now. */
    private void forget() {
        if (StopDesk.target == lane.thread()) {
            StopDesk.target = null;
        }
    }

    private void escalate() {
        long begin = System.nanoTime();
        long nextStop = UNTIL_STOP;
        boolean abandoned = false;
        try {
            while (true) {
                lane.awaitEnd(cell, STEP);
                var job = lane.runningFor(cell);
                long passed = (System.nanoTime() - begin) / 1_000_000;
                if (!lane.has(cell) || passed > UNTIL_LEFT_ALONE) {
                    forget();
                    return;
                }
                if (job == null) {
                    // It waits for the job before it.
                    continue;
                }
                if (passed > UNTIL_ABANDONED && !abandoned) {
                    abandoned = true;
                    replaceLane.run();
                    lane.abandon();
                    job.abandon(lane.thread().getName(), lane.thread().getStackTrace());
                }
                // Code that swallows the first interrupt meets the next one.
                lane.interrupt(cell);
                if (passed > nextStop) {
                    nextStop = passed + STOP_STEP;
                    StopDesk.target = lane.thread();
                    asynchronousStop.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
