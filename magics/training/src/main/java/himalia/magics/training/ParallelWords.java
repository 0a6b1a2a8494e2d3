package himalia.magics.training;

import himalia.model.Trainer;
import himalia.parallel.DataParallel;
import himalia.parallel.Mode;
import himalia.parallel.PipelineParallel;
import himalia.training.MultilayerPerceptron;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Over how many processes an algorithm is trained, and how they agree. */
final class ParallelWords {
    /** How worker processes share the work. */
    enum Way {
        /** Rows are shared, and all make each step together. */
        SYNC,
        /** Rows are shared, and each makes its own steps. */
        ASYNC,
        /** Layers are shared by two. */
        PIPELINE
    }

    private static final int STALENESS = 2;

    @Option(
            names = "--workers",
            description =
                    "Processes of this machine that share the work, or tasks of a cluster (xgboost --on). Default: 1, this one"
                            + " alone; of a cluster, as many as slots are free.")
    private @Nullable Integer workers;

    @Option(
            names = "--mode",
            defaultValue = "sync",
            description =
                    "How workers share it: ${COMPLETION-CANDIDATES}; trees know sync only. Default:"
                            + " ${DEFAULT-VALUE}.")
    private Way mode = Way.SYNC;

    @Option(
            names = "--staleness",
            description = "Steps that a worker may be ahead of the slowest, by async. Default: 2.")
    private @Nullable Integer staleness;

    @Option(
            names = "--accumulate",
            defaultValue = "1",
            description =
                    "Batches a step, by sync and async; micro-batches a batch, by pipeline."
                            + " Default: ${DEFAULT-VALUE}.")
    private int accumulate;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            defaultValue = "",
            description =
                    "Goes on from this file where an interrupted training has left it. Default:"
                            + " begins anew.")
    private String checkpoint = "";

    @Option(
            names = "--open-sockets",
            description =
                    "Trees: workers may listen on all interfaces of this machine, without a token,"
                            + " as XGBoost's do.")
    private boolean openSockets;

    /** Returns whether a trainer is put inside of another one. */
    private boolean isShared() {
        return count() != 1 || mode != Way.SYNC || accumulate != 1 || !checkpoint.isEmpty();
    }

    /**
     * Returns the settings to search of a trainer, which may be inside of another one here.
     *
     * @param own those of the trainer
     * @param isPlaced whether a cluster trains it
     */
    String space(String own, boolean isPlaced) {
        return isShared() || isPlaced ? own.replaceAll("(?<=^|, )(?=[a-z.]+=)", "trainer.") : own;
    }

    /** Returns a trainer, over as many processes as were asked for, with its file in a folder. */
    Trainer over(Trainer trainer, Path folder) {
        if (staleness != null && mode != Way.ASYNC) {
            throw new IllegalArgumentException(
                    "--staleness is of workers that make their own steps; give --mode async, or leave it out");
        }
        if (mode == Way.PIPELINE) {
            return pipeline(trainer, file(folder));
        }
        if (!isShared()) {
            return trainer;
        }
        var way = mode == Way.SYNC ? Mode.SYNC : Mode.ASYNC;
        int ahead = staleness == null ? STALENESS : staleness;
        return new DataParallel(
                trainer, count(), way, ahead, accumulate, file(folder), openSockets);
    }

    private int count() {
        return workers == null ? 1 : workers;
    }

    /** Returns a trainer on a cluster that is named. */
    Trainer on(ClusterWords cluster, Trainer trainer, Path folder) {
        if (mode != Way.SYNC || accumulate > 1 || !checkpoint.isEmpty()) {
            throw new IllegalArgumentException(
                    "on a cluster all rows make each step, and nothing goes on from a file; leave --mode, --accumulate and --checkpoint out, or --on");
        }
        if (staleness != null || openSockets) {
            throw new IllegalArgumentException(
                    "--staleness and --open-sockets are of processes of this machine; leave them out, or --on");
        }
        return cluster.over(trainer, workers == null ? 0 : workers, folder);
    }

    /** As typed, but where the notebook is in another folder than its process. */
    private String file(Path folder) {
        boolean isMoved = !folder.toAbsolutePath().equals(Path.of("").toAbsolutePath());
        return isMoved && !checkpoint.isEmpty() ? folder.resolve(checkpoint) + "" : checkpoint;
    }

    private Trainer pipeline(Trainer trainer, String file) {
        if (!(trainer instanceof MultilayerPerceptron network) || count() != 2) {
            throw new IllegalArgumentException(
                    "--mode pipeline cuts the layers of a plain mlp in two, got %s and --workers %d; give mlp and --workers 2"
                            .formatted(trainer.name(), count()));
        }
        return new PipelineParallel(network, accumulate, file);
    }
}
