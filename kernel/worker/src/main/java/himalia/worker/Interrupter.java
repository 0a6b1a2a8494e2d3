package himalia.worker;

/**
 * Ends what a cell runs, in steps: the woven checks and {@code Thread.interrupt} at once; after a while an asynchronous
 * stop, for loops inside library code; at last the thread is given up and the cell answered in its place.
 */
final class Interrupter {
    private static final long UNTIL_STOP = 200;
    private static final long UNTIL_ABANDONED = 500;
    private static final long STEP = 10;

    private final CellThread lane;
    private final long cell;
    private final Runnable replaceLane;

    Interrupter(CellThread lane, long cell, Runnable replaceLane) {
        this.lane = lane;
        this.cell = cell;
        this.replaceLane = replaceLane;
    }

    /** Begins, on a thread of its own. */
    void start() {
        StopChecks.stop(cell);
        lane.interrupt(cell);
        var thread = new Thread(this::escalate, "himalia-interrupter");
        thread.setDaemon(true);
        thread.start();
    }

    private void escalate() {
        long begin = System.nanoTime();
        try {
            while (true) {
                Thread.sleep(STEP);
                var job = lane.runningFor(cell);
                if (job == null) {
                    return;
                }
                long passed = (System.nanoTime() - begin) / 1_000_000;
                if (passed > UNTIL_ABANDONED) {
                    replaceLane.run();
                    lane.abandon();
                    job.abandon(lane.thread().getName(), lane.thread().getStackTrace());
                    return;
                }
                // Code that swallows the first interrupt meets the next one.
                lane.interrupt(cell);
                if (passed > UNTIL_STOP) {
                    AsynchronousStop.tryOn(lane.thread());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
