package himalia.parallel;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

/** One process that does its part of a training beside those of other machines, of which it knows nothing but the tracker. */
final class LoneProcess implements AutoCloseable {
    /** Here it is the only one, and has another number in the training. */
    private static final String ITSELF = "worker 0 \\((process \\d+)\\)";

    private final TrainingProcesses one;

    private LoneProcess(TrainingProcesses one) {
        this.one = one;
    }

    /**
     * Starts it.
     *
     * @param jars what it finds its classes in, before what this process has
     * @throws IllegalStateException if it does not start
     * @throws CancellationException if this thread is interrupted
     */
    static LoneProcess start(List<Path> jars, byte[] task) {
        try {
            return new LoneProcess(
                    TrainingProcesses.start(
                            1, Launch.usual().with(jars), task, true, LostWorkers.none()));
        } catch (CancellationException e) {
            throw e;
        } catch (IllegalStateException e) {
            throw said(e);
        }
    }

    /**
     * Has it do something, and waits for what it gives.
     *
     * @throws IllegalStateException if it fails, or is gone
     * @throws CancellationException if this thread is interrupted
     */
    byte[] ask(byte[] order) {
        try {
            return one.work(List.of(order), (worker, found) -> {}).get(0);
        } catch (CancellationException e) {
            throw e;
        } catch (WorkerLost | IllegalStateException e) {
            throw said(e);
        }
    }

    private static IllegalStateException said(Exception e) {
        return new IllegalStateException(
                String.valueOf(e.getMessage()).replaceFirst(ITSELF, "$1"), e);
    }

    @Override
    public void close() {
        one.close();
    }
}
