package himalia.kernel.workers;

import himalia.link.LinkException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The cells that run, from their beginning to what the worker does at their end, and those of them that are to end. */
final class RunningCells {
    private static final long END_PATIENCE = 1_000;
    private static final System.Logger LOG = System.getLogger("himalia.workers");

    private final CurrentWorker worker;
    private final DebugPort debugPort;
    private final Map<Long, RunningCell> cells = new ConcurrentHashMap<>();

    /** Cells that are to end, until what they run has, and since when. */
    private final Map<Long, Long> stopping = new ConcurrentHashMap<>();

    RunningCells(CurrentWorker worker, DebugPort debugPort) {
        this.worker = worker;
        this.debugPort = debugPort;
    }

    void begins(long cell, String lane) {
        cells.put(cell, new RunningCell(lane));
    }

    RunningCell of(long cell) {
        return cells.computeIfAbsent(cell, unknown -> new RunningCell(""));
    }

    /** Returns whether it was asked to end, and what it runs has not yet. */
    boolean isStopping(long cell) {
        return stopping.containsKey(cell);
    }

    /** Returns for how many milliseconds it has been asked to end; 0 where it was not. */
    long stoppingFor(long cell) {
        var since = stopping.get(cell);
        return since == null ? 0 : (System.nanoTime() - since) / 1_000_000;
    }

    /** Notes that what it ran has ended. */
    void stopped(long cell) {
        stopping.remove(cell);
    }

    /** Tells the worker how a cell ended, and waits for what may be seen of that. */
    void ended(long cell, String how) {
        synchronized (stopping) {
            stopping.remove(cell);
            debugPort.cellEnded();
        }
        var ending = of(cell);
        cells.remove(cell);
        var message = Invocations.end(cell, how, ending.lane());
        var asking = worker.now();
        var process = worker.running();
        if (process == null || worker.lost()) {
            return;
        }
        if (!ending.isAwaited()) {
            process.link().tell(message);
            return;
        }
        try {
            if (process.link().ask(message).await(END_PATIENCE) == null) {
                // A display of the cell hangs: the lane is wanted for the next one.
                process.link().tell(Invocations.interrupt(cell));
                AnswerTimeouts.signOfLife(process);
            }
        } catch (LinkException e) {
            if (e.reason() == LinkException.Reason.REFUSED) {
                LOG.log(System.Logger.Level.WARNING, "a cell did not end well: " + e.getMessage());
            }
        } catch (IOException e) {
            worker.lose(asking, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has the worker end what a cell runs. */
    void interrupt(long cell) {
        stopping.putIfAbsent(cell, System.nanoTime());
        var process = worker.running();
        if (process != null) {
            process.link().tell(Invocations.interrupt(cell));
            // Not here: the debugger may wait for a worker that does not answer, and the next press
            // must be heard.
            var thread = new Thread(() -> interruptDebugger(cell), "himalia-interrupt");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void interruptDebugger(long cell) {
        synchronized (stopping) {
            if (stopping.containsKey(cell)) {
                debugPort.interrupting();
            }
        }
    }
}
