package himalia.cluster;

import static himalia.display.bundle.Given.given;

import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.model.Trainer;
import himalia.parallel.DataParallel;
import himalia.remote.ClusterAddress;
import himalia.remote.ClusterOverview;
import himalia.training.GradientBoosting;
import himalia.training.TrainingInterrupted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import tech.tablesaw.api.Table;

/**
 * Trains on a Flink cluster: a job with a task for each worker, which sees a share of the rows.
 *
 * <pre>{@code
 * var trees = new GradientBoosting(100, 42);
 * Model model = new ClusterParallel(trees, "flink.example.org:8081", 4).fit(train, "churned");
 * }</pre>
 *
 * <p>The model is the one that as many processes of this machine train ({@link DataParallel}), and but for the name of its trainer
 * the one of a single process. It says that it was trained by {@link DataParallel}, so that its file can be read where nothing is known of clusters.
 *
 * <p>Each task starts a worker process beside its task manager, by the same Java, and XGBoost's tracker runs beside one of them. While
 * they train, workers listen on all interfaces of their machines and ask no caller for a token, as task managers do: whoever reaches them can end them. The rows go
 * there with the job, 133 million numbers at most; those of a file that the cluster sees too, each worker can read itself:
 *
 * <pre>{@code
 * var trips = Path.of("/data/trips.parquet");
 * new ClusterParallel(trees, "flink.example.org:8081", 4).reading(trips).fit(Storage.read(trips), "tip");
 * }</pre>
 *
 * @param trainer a {@link GradientBoosting} that draws no rows
 * @param address the host and port of the cluster's page
 * @param workers how many tasks, each of which takes a free slot; 0 for as many as there are when it trains, 64 at most
 * @param file where the workers read their rows, which are those of the table; empty where the rows go with the job
 */
public record ClusterParallel(Trainer trainer, String address, int workers, String file)
        implements Trainer {
    private static final int MOST_WORKERS = 64;

    public ClusterParallel {
        given(trainer, "trainer");
        given(file, "file");
        ClusterAddress.of(address);
        if (!(trainer instanceof GradientBoosting)) {
            throw new IllegalArgumentException(
                    "%s cannot be trained on a cluster; take a GradientBoosting (%%train xgboost), or processes of this machine (--workers)"
                            .formatted(trainer.name()));
        }
        if (workers < 0 || workers > MOST_WORKERS) {
            throw new IllegalArgumentException(
                    "workers must be from 1 to %d, or 0 for as many as slots are free, got %d"
                            .formatted(MOST_WORKERS, workers));
        }
        // What it refuses of trees, they cannot do here either.
        new DataParallel(trainer, Math.max(1, workers));
    }

    /** By as many workers as there are free slots. */
    public ClusterParallel(Trainer trainer, String address) {
        this(trainer, address, 0);
    }

    /** By so many workers. */
    public ClusterParallel(Trainer trainer, String address, int workers) {
        this(trainer, address, workers, "");
    }

    /**
     * Returns the same, whose workers read their rows themselves. The cluster sees the file, folder or pattern by this path, and the table that is learnt
     * from is what {@code Storage.read} makes of it.
     */
    public ClusterParallel reading(Path path) {
        return new ClusterParallel(
                trainer,
                address,
                workers,
                given(path, "path").toAbsolutePath().normalize().toString());
    }

    @Override
    public Optional<Target.Kind> predicts() {
        return trainer.predicts();
    }

    /**
     * Trains there.
     *
     * @throws IllegalArgumentException if there are more workers than rows, or the file is not there or has other rows than the table
     * @throws IllegalStateException if no cluster answers, it has too few free slots, or a worker or its task manager is gone before the end
     */
    @Override
    public Model fit(Table table, String label) {
        given(table, "table");
        var cluster = overview();
        int count = workers == 0 ? asManyAsFree(cluster, table) : workers;
        if (count > table.rowCount() && table.rowCount() > 0) {
            throw new IllegalArgumentException(
                    "there are %d workers for %d rows; each needs one at least"
                            .formatted(count, table.rowCount()));
        }
        if (count > cluster.freeSlots()) {
            throw new IllegalStateException(
                    "%s as many free slots, and there is %s; take fewer workers, wait for its jobs, or start another task manager there (bin/taskmanager.sh start)"
                            .formatted(
                                    count == 1 ? "1 worker needs" : count + " workers need",
                                    cluster));
        }
        var trees = (GradientBoosting) trainer;
        return trees.fit(
                table,
                label,
                new DataParallel(trees, count).openSockets(),
                new FarTrees(cluster.address(), count, read(table, label)));
    }

    private Optional<FarRows> read(Table table, String label) {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            var schema = Schema.of(table, Labels.toLearn(table, label).target());
            return Optional.of(FarRows.of(Path.of(file), schema));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static int asManyAsFree(ClusterOverview cluster, Table table) {
        int most = Math.min(MOST_WORKERS, Math.max(1, table.rowCount()));
        return Math.max(1, Math.min(most, cluster.freeSlots()));
    }

    private ClusterOverview overview() {
        try {
            return ClusterAddress.of(address).overview();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var interrupted = new CancellationException("interrupted");
            interrupted.initCause(e);
            throw TrainingInterrupted.of(trainer.name(), 0, "rounds", interrupted);
        }
    }
}
