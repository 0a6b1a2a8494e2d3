package himalia.parallel;

import himalia.display.bundle.Progress;
import himalia.training.BoostingTask;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import ml.dmlc.xgboost4j.java.RabitTracker;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

/** Boosted trees that grow in worker processes, which XGBoost's tracker brings together; a checkpoint after each ten rounds. */
final class TreesRun implements AutoCloseable {
    private static final int ROUNDS = 10;

    /** How long the workers may take to find each other, in seconds. */
    private static final int PATIENCE = 60;

    private final BoostingTask task;
    private final String file;
    private final String fingerprint;
    private final Watcher watcher;
    private final TrainingProcesses processes;
    private final LostWorkers lost = new LostWorkers();
    private @Nullable RabitTracker tracker;
    private Checkpoint checkpoint;

    TreesRun(BoostingTask task, int workers, String file, Launch launch, Watcher watcher) {
        this.task = task;
        this.file = file;
        this.watcher = watcher;
        var body = TreesTask.bytes(task);
        this.fingerprint = Checkpoint.fingerprint(workers + " workers, " + task.rounds(), body);
        this.checkpoint =
                new Checkpoint(0, new float[0], WorkerFrame.EMPTY).orRead(file, fingerprint);
        // XGBoost's workers cannot be told that one of them is another one now.
        this.processes = TrainingProcesses.start(workers, launch, body, true);
        watcher.started(processes);
    }

    /** Returns all trees. */
    byte[] grown() {
        try (var progress = Progress.whenLong("rounds", task.rounds())) {
            boolean fresh = true;
            while (checkpoint.done() < task.rounds()) {
                try {
                    int count = Math.min(ROUNDS, task.rounds() - checkpoint.done());
                    var trees = work(fresh ? meeting() : Map.of(), count);
                    fresh = false;
                    lost.progress();
                    progress.advance(count);
                    checkpoint = new Checkpoint(checkpoint.done() + count, new float[0], trees);
                    checkpoint.write(file, fingerprint);
                    watcher.done(checkpoint.done());
                } catch (WorkerLost e) {
                    stopTracker();
                    lost.replace(processes, e, words());
                    watcher.started(processes);
                    fresh = true;
                } catch (CancellationException e) {
                    throw interrupted(e);
                }
            }
            Checkpoint.delete(file);
            return checkpoint.state();
        }
    }

    private CancellationException interrupted(CancellationException cause) {
        var whole =
                new CancellationException(
                        "DataParallel was interrupted after %d of %d rounds"
                                .formatted(checkpoint.done(), task.rounds()));
        whole.initCause(cause);
        return whole;
    }

    private String words() {
        return checkpoint.done() == 0
                ? "from the beginning"
                : "from the checkpoint after round " + checkpoint.done();
    }

    private byte[] work(Map<String, String> meeting, int count) throws WorkerLost {
        var order = new TreesTask.Order(meeting, checkpoint.state(), checkpoint.done(), count);
        var results = processes.work(orders(order), (worker, found) -> {});
        return results.get(0);
    }

    private List<byte[]> orders(TreesTask.Order order) {
        return Collections.nCopies(processes.count(), order.bytes());
    }

    private Map<String, String> meeting() {
        try {
            var meets = new RabitTracker(processes.count(), "127.0.0.1", 0, PATIENCE);
            if (!meets.start()) {
                throw new IllegalStateException("XGBoost's tracker does not start");
            }
            tracker = meets;
            var words = new HashMap<String, String>();
            meets.getWorkerArgs().forEach((name, value) -> words.put(name, value.toString()));
            return words;
        } catch (XGBoostError e) {
            throw new IllegalStateException(
                    "XGBoost's tracker does not start: " + e.getMessage(), e);
        }
    }

    private void stopTracker() {
        try {
            if (tracker != null) {
                tracker.stop();
            }
        } catch (XGBoostError e) {
            // It has seen a worker go.
        }
        tracker = null;
    }

    TrainingProcesses processes() {
        return processes;
    }

    LostWorkers lost() {
        return lost;
    }

    @Override
    public void close() {
        if (tracker != null && !Thread.currentThread().isInterrupted()) {
            try {
                var end = new TreesTask.Order(Map.of(), WorkerFrame.EMPTY, 0, 0);
                var done = processes.work(orders(end), (worker, found) -> {});
            } catch (WorkerLost | IllegalStateException e) {
                // They end in any case.
            }
        }
        processes.close();
        stopTracker();
    }
}
