package himalia.parallel;

import himalia.display.bundle.Progress;
import himalia.training.BoostingTask;
import himalia.training.TrainingInterrupted;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Boosted trees that grow in worker processes, which XGBoost's tracker brings together; a checkpoint after each ten rounds. */
final class TreesRun implements AutoCloseable {
    private static final int ROUNDS = 10;

    /** How long they may take to part, in nanoseconds. */
    private static final long FAREWELL = TimeUnit.SECONDS.toNanos(5);

    private final BoostingTask task;
    private final String file;
    private final String fingerprint;
    private final Watcher watcher;
    private final @Nullable TrainingProcesses processes;
    private final LostWorkers lost = new LostWorkers();
    private @Nullable Tracker tracker;
    private Checkpoint checkpoint;
    private boolean grown;

    TreesRun(BoostingTask task, int workers, String file, Launch launch, Watcher watcher) {
        this.task = task;
        this.file = file;
        this.watcher = watcher;
        var body = TreesTask.bytes(task);
        this.fingerprint = Checkpoint.fingerprint(workers + " workers, " + task.rounds(), body);
        this.checkpoint =
                new Checkpoint(0, new float[0], WorkerFrame.EMPTY).orRead(file, fingerprint);
        // XGBoost's workers cannot be told that one of them is another one now.
        this.processes = checkpoint.done() == task.rounds() ? null : started(workers, launch, body);
        if (processes != null) {
            watcher.started(processes);
        }
    }

    private TrainingProcesses started(int workers, Launch launch, byte[] body) {
        try {
            return TrainingProcesses.start(workers, launch, body, true, lost);
        } catch (CancellationException e) {
            throw interrupted(task, checkpoint, e);
        }
    }

    /** Returns all trees. */
    byte[] grown() {
        try (var progress = Progress.whenLong("rounds", task.rounds())) {
            progress.advance(checkpoint.done());
            boolean fresh = true;
            while (processes != null && checkpoint.done() < task.rounds()) {
                try {
                    int count = Math.min(ROUNDS, task.rounds() - checkpoint.done());
                    var trees = work(processes, fresh ? meeting(processes) : Map.of(), count);
                    fresh = false;
                    lost.progress();
                    progress.advance(count);
                    checkpoint = new Checkpoint(checkpoint.done() + count, new float[0], trees);
                    checkpoint.write(file, fingerprint);
                    watcher.done(checkpoint.done());
                } catch (WorkerLost e) {
                    stopTracker();
                    replace(processes, e);
                    fresh = true;
                } catch (CancellationException e) {
                    throw interrupted(task, checkpoint, e);
                }
            }
            grown = true;
            Checkpoint.delete(file);
            return checkpoint.state();
        }
    }

    private void replace(TrainingProcesses workers, WorkerLost gone) {
        try {
            lost.replace(workers, gone, words());
            watcher.started(workers);
        } catch (CancellationException e) {
            throw interrupted(task, checkpoint, e);
        }
    }

    private static CancellationException interrupted(
            BoostingTask task, Checkpoint checkpoint, CancellationException cause) {
        return TrainingInterrupted.of(
                task.name(), checkpoint.done(), "of %d rounds".formatted(task.rounds()), cause);
    }

    private String words() {
        return checkpoint.done() == 0
                ? "from the beginning"
                : "from the checkpoint after round " + checkpoint.done();
    }

    private byte[] work(TrainingProcesses workers, Map<String, String> meeting, int count)
            throws WorkerLost {
        // Those that go on have them already.
        var before = meeting.isEmpty() ? WorkerFrame.EMPTY : checkpoint.state();
        var order = new TreesTask.Order(meeting, before, checkpoint.done(), count);
        return workers.work(orders(workers, order), (worker, found) -> {}).get(0);
    }

    private static List<byte[]> orders(TrainingProcesses workers, TreesTask.Order order) {
        return Collections.nCopies(workers.count(), order.bytes());
    }

    private Map<String, String> meeting(TrainingProcesses workers) {
        var meets = Tracker.start(workers.count(), "127.0.0.1");
        tracker = meets;
        return meets.words();
    }

    private void stopTracker() {
        if (tracker != null) {
            tracker.close();
        }
        tracker = null;
    }

    /** Returns what the workers did; nothing where a checkpoint held all rounds. */
    Timeline timeline() {
        return processes == null ? Timeline.EMPTY : processes.times().timeline();
    }

    LostWorkers lost() {
        return lost;
    }

    @Override
    public void close() {
        if (processes != null) {
            try (var workers = processes) {
                // After a failure some may sit in native code for minutes.
                if (grown) {
                    part(workers);
                }
            } finally {
                stopTracker();
            }
        }
    }

    private static void part(TrainingProcesses workers) {
        try {
            var end = new TreesTask.Order(Map.of(), WorkerFrame.EMPTY, 0, 0);
            var done =
                    workers.work(
                            orders(workers, end),
                            (worker, found) -> {},
                            System.nanoTime() + FAREWELL);
        } catch (WorkerLost | IllegalStateException e) {
            // They end in any case.
        }
    }
}
