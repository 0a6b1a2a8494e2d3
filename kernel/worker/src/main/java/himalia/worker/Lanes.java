package himalia.worker;

import java.util.HashMap;
import java.util.Map;

/** The threads that run the user's code: one for the cells, one for the handlers of comms. */
final class Lanes {
    static final String CELLS = "cell";
    static final String COMMS = "comms";

    private final Map<String, CellThread> threads = new HashMap<>();
    private final Runnable asynchronousStop;
    private int replaced;

    /**
     * Starts the thread of the cells.
     *
     * @param asynchronousStop asks the kernel to stop the thread that the {@link StopDesk} names
     */
    Lanes(Runnable asynchronousStop) {
        this.asynchronousStop = asynchronousStop;
        threads.put(CELLS, new CellThread(CELLS));
    }

    /** Runs a job when those before it on the lane are done. */
    synchronized void run(String lane, CellThread.Job job) {
        threads.computeIfAbsent(lane, CellThread::new).run(job);
    }

    /** Ends what runs for {@code cell}, wherever it runs. */
    synchronized void interrupt(long cell) {
        threads.forEach(
                (lane, thread) -> {
                    if (thread.runningFor(cell) != null) {
                        new Interrupter(thread, cell, () -> replace(lane), asynchronousStop)
                                .start();
                    }
                });
    }

    private synchronized void replace(String lane) {
        replaced++;
        threads.put(lane, new CellThread(lane + "-" + (replaced + 1)));
    }
}
