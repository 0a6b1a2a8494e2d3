package himalia.parallel;

import himalia.training.NetworkEpochs;
import himalia.training.NetworkTask;
import himalia.training.numeric.Network;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A network that learns in worker processes, from checkpoint to checkpoint: one after each epoch. */
final class NetworkRun implements NetworkEpochs {
    private final NetworkTask task;
    private final double rate;
    private final NetworkWay way;
    private final int epochs;
    private final String file;
    private final String fingerprint;
    private final @Nullable TrainingProcesses processes;
    private final Watcher watcher;
    private final LostWorkers lost = new LostWorkers();
    private Checkpoint checkpoint;
    private boolean fresh = true;
    private boolean complete;
    private long stalest;

    NetworkRun(
            NetworkTask task,
            int accumulate,
            NetworkWay way,
            String file,
            Launch launch,
            Watcher watcher) {
        this.task = task;
        this.rate = task.settings().rate();
        this.epochs = task.settings().epochs();
        this.way = way;
        this.file = file;
        var body = way.task(NetworkJob.of(task, accumulate));
        this.fingerprint = Checkpoint.fingerprint(task.settings() + " " + way, body);
        var start = Adam.start(task.start().clone(), rate);
        this.checkpoint =
                new Checkpoint(0, new float[0], WireFormat.bytes(start::write))
                        .orRead(file, fingerprint);
        this.watcher = watcher;
        this.complete = checkpoint.done() == epochs;
        this.processes =
                complete ? null : TrainingProcesses.start(way.workers(), launch, body, false, lost);
        if (processes != null) {
            watcher.started(processes);
        }
    }

    @Override
    public double epoch(int number, int[] order) {
        if (processes == null || number <= checkpoint.done()) {
            return checkpoint.losses()[number - 1];
        }
        while (true) {
            try {
                var epoch = way.epoch(processes, order, checkpoint.state(), fresh);
                fresh = false;
                lost.progress();
                stalest = Math.max(stalest, epoch.stalest());
                keep(number, epoch);
                return epoch.loss();
            } catch (WorkerLost e) {
                lost.replace(processes, e, checkpointWords());
                watcher.started(processes);
                fresh = true;
            } catch (IOException e) {
                throw new IllegalStateException("the workers cannot be understood: " + e, e);
            }
        }
    }

    private String checkpointWords() {
        return checkpoint.done() == 0
                ? "from the beginning"
                : "from the checkpoint after epoch " + checkpoint.done();
    }

    private void keep(int number, NetworkWay.Epoch epoch) {
        // One that diverges is of no use to anybody.
        if (Double.isFinite(epoch.loss())) {
            var losses = Arrays.copyOf(checkpoint.losses(), number);
            losses[number - 1] = (float) epoch.loss();
            checkpoint = new Checkpoint(number, losses, epoch.state());
            checkpoint.write(file, fingerprint);
            complete = number == epochs;
            watcher.done(number);
        }
    }

    @Override
    public Network network() {
        try {
            var weights = Adam.read(WireFormat.reader(checkpoint.state()), rate).weights();
            return task.network(weights);
        } catch (IOException e) {
            throw new IllegalStateException("a checkpoint cannot be read: " + e, e);
        }
    }

    /** Returns what the workers did; nothing where a checkpoint held all epochs. */
    Timeline timeline() {
        return processes == null ? Timeline.EMPTY : processes.times().timeline();
    }

    LostWorkers lost() {
        return lost;
    }

    long stalest() {
        return stalest;
    }

    @Override
    public void close() {
        if (processes != null) {
            processes.close();
        }
        if (complete) {
            Checkpoint.delete(file);
        }
    }
}
