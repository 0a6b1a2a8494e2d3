package himalia.parallel;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Display;
import himalia.model.Model;
import himalia.model.Target;
import himalia.model.Trainer;
import himalia.training.GradientBoosting;
import himalia.training.MultilayerPerceptron;
import java.util.Optional;
import tech.tablesaw.api.Table;

/**
 * Trains over several processes of this machine, each of which sees a share of the rows.
 *
 * <pre>{@code
 * var network = new MultilayerPerceptron(List.of(32, 16), 30, 42);
 * Model model = new DataParallel(network, 2).fit(train, "churned");
 *
 * ParallelRun run = new DataParallel(network, 2).mode(Mode.ASYNC).staleness(4).run(train, "churned");
 * display(run);      // what each process did when
 * }</pre>
 *
 * <p>A network: each process holds it whole, and the gradients of the rows of a batch are added up in a ring, so that the model is the one that one process
 * trains, but for the rounding of sums. Asynchronously, each process makes its own steps on weights that lie in this one.
 *
 * <p>Trees: each process holds its share of the rows, and XGBoost's own tracker brings them together. Its workers' waiting is hidden in their
 * computing. They also listen on all interfaces of the machine while they train, and ask no caller for a token, so that trees are refused without {@link
 * #openSockets()}.
 *
 * <p>A process that is killed is replaced, and training goes on from the last checkpoint. There is one after each epoch, or each ten rounds of trees; with a
 * checkpoint file, a training that was interrupted goes on from there when it is run again.
 *
 * @param trainer a {@link MultilayerPerceptron} or a {@link GradientBoosting}
 * @param workers how many processes, at least 1
 * @param mode how they agree
 * @param staleness how many steps a process may be ahead of the slowest, where each makes its own
 * @param accumulate how many batches are added up before a step: as one batch of so many times the rows
 * @param checkpoint the file that says how far it is, deleted at the end; empty for none
 * @param areSocketsOpen whether trees may be trained by workers that listen on all interfaces; a network's never do
 */
public record DataParallel(
        Trainer trainer,
        int workers,
        Mode mode,
        int staleness,
        int accumulate,
        String checkpoint,
        boolean areSocketsOpen)
        implements Trainer {
    public DataParallel {
        given(trainer, "trainer");
        given(mode, "mode");
        given(checkpoint, "checkpoint");
        if (trainer instanceof GradientBoosting trees) {
            check(trees, mode, accumulate);
        } else if (!(trainer instanceof MultilayerPerceptron)) {
            throw new IllegalArgumentException(
                    "%s cannot be trained over several processes; take a MultilayerPerceptron or a GradientBoosting"
                            .formatted(trainer.name()));
        }
        if (workers < 1 || workers > ProcessGroup.MOST) {
            throw new IllegalArgumentException(
                    "workers must be from 1 to %d, got %d".formatted(ProcessGroup.MOST, workers));
        }
        if (staleness < 0) {
            throw new IllegalArgumentException("staleness must be at least 0, got " + staleness);
        }
        if (accumulate < 1) {
            throw new IllegalArgumentException("accumulate must be at least 1, got " + accumulate);
        }
        if (trainer instanceof MultilayerPerceptron network) {
            check(network, checkpoint);
        }
    }

    /** Refuses a checkpoint file where it would not be enough to go on from. */
    static void check(MultilayerPerceptron network, String checkpoint) {
        if (!checkpoint.isEmpty() && network.patience() > 0) {
            throw new IllegalArgumentException(
                    "a checkpoint file does not hold the best epoch; take patience 0, got "
                            + network.patience());
        }
    }

    private static void check(GradientBoosting trees, Mode mode, int accumulate) {
        if (mode != Mode.SYNC || accumulate > 1) {
            throw new IllegalArgumentException(
                    "trees grow on all rows at once: mode is SYNC and accumulate 1 for a GradientBoosting, got %s and %d"
                            .formatted(mode, accumulate));
        }
        if (trees.subsample() < 1 || trees.options().patience() > 0) {
            throw new IllegalArgumentException(
                    "each process would draw rows of its own; take subsample 1 and patience 0, got %s and %d"
                            .formatted(trees.subsample(), trees.options().patience()));
        }
    }

    /** All make each step together, a batch a step. */
    public DataParallel(Trainer trainer, int workers) {
        this(trainer, workers, Mode.SYNC, 2, 1, "", false);
    }

    /** Returns the same, agreeing in another way. */
    public DataParallel mode(Mode way) {
        return new DataParallel(
                trainer, workers, way, staleness, accumulate, checkpoint, areSocketsOpen);
    }

    /** Returns the same, where a worker may be so many steps ahead of the slowest. */
    public DataParallel staleness(int steps) {
        return new DataParallel(
                trainer, workers, mode, steps, accumulate, checkpoint, areSocketsOpen);
    }

    /** Returns the same, with so many batches a step. */
    public DataParallel accumulate(int batches) {
        return new DataParallel(
                trainer, workers, mode, staleness, batches, checkpoint, areSocketsOpen);
    }

    /** Returns the same, which goes on from a file when it is run again after an interrupt. */
    public DataParallel checkpoint(String file) {
        return new DataParallel(
                trainer, workers, mode, staleness, accumulate, file, areSocketsOpen);
    }

    /**
     * Returns the same, which may train trees.
     *
     * <p>XGBoost's workers find each other by sockets of their own. Each listens on all interfaces of this machine as long as the training lasts, on a port
     * that the system chooses, and asks no caller for a token: whoever reaches it over the network can end the worker, or be taken for another one. That is no
     * matter where a firewall or a container keeps others from this machine's ports.
     */
    public DataParallel openSockets() {
        return new DataParallel(trainer, workers, mode, staleness, accumulate, checkpoint, true);
    }

    @Override
    public Optional<Target.Kind> predicts() {
        return trainer.predicts();
    }

    /** Trains; where a notebook is there to show it, what each process did when appears in it. */
    @Override
    public Model fit(Table table, String label) {
        var run = run(table, label);
        if (Display.isWatched() && !Display.isPart()) {
            Display.display(run);
        }
        return run.model();
    }

    /**
     * Trains, and tells how it went.
     *
     * @throws IllegalArgumentException if there are more workers than rows, the training diverges, or trees would open sockets that nobody has asked for
     * @throws IllegalStateException if a worker does not start, or the checkpoint cannot be written
     */
    public ParallelRun run(Table table, String label) {
        return run(table, label, Launch.usual(), new Watcher() {});
    }

    /** Trains in processes that are started in some way. */
    ParallelRun run(Table table, String label, Launch launch, Watcher watcher) {
        given(table, "table");
        if (workers > table.rowCount() && table.rowCount() > 0) {
            throw new IllegalArgumentException(
                    "there are %d workers for %d rows; each needs one at least"
                            .formatted(workers, table.rowCount()));
        }
        // What a model keeps of its training is true on every machine.
        var named = checkpoint("");
        if (trainer instanceof GradientBoosting trees) {
            checkSockets();
            return new TreesFit(named, trees, workers, checkpoint)
                    .run(table, label, launch, watcher);
        }
        var network = (MultilayerPerceptron) trainer;
        int rows = NetworkJob.rowsOfAStep(network.batch(), accumulate);
        if (mode == Mode.SYNC && workers > rows) {
            throw new IllegalArgumentException(
                    "there are %d workers for the %d rows of a step; take fewer workers, or a larger batch"
                            .formatted(workers, rows));
        }
        var way =
                mode == Mode.SYNC
                        ? new NetworkWay.Synchronous(workers)
                        : new NetworkWay.Asynchronous(workers, staleness, rows, network.rate());
        return new NetworkFit(named, network, accumulate, way, checkpoint)
                .run(table, label, launch, watcher);
    }

    private void checkSockets() {
        if (!areSocketsOpen) {
            throw new IllegalArgumentException(
                    "XGBoost's workers listen on all interfaces of this machine and ask for no"
                            + " token; where nobody else reaches its ports, say so by openSockets()"
                            + " (%train: --open-sockets), or train in this process alone");
        }
    }
}
