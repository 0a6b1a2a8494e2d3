package himalia.streaming;

import himalia.display.bundle.Given;
import himalia.remote.ClusterAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Apache Flink in the notebook: one cluster, kept in the process of the cells, that all jobs share.
 *
 * <pre>{@code
 * var env = Flink.local();
 * env.fromData(1, 2, 3).map(i -> i * i).executeAndCollect(10);     // [1, 4, 9]
 * Flink.jobs();                                                    // what runs, and what ran
 * }</pre>
 *
 * <p>What it returns is Flink's own {@code StreamExecutionEnvironment}; everything that Flink can do works on it, with lambdas and
 * records of cells.
 */
public final class Flink {
    private Flink() {}

    /** Returns a new environment whose operators run as one task each, so that results come in the same order every time. */
    public static StreamExecutionEnvironment local() {
        return local(1);
    }

    /**
     * Returns a new environment whose operators run as several tasks.
     *
     * @param parallelism how many, at most 16
     */
    public static StreamExecutionEnvironment local(int parallelism) {
        return environment(parallelism, new Configuration());
    }

    /**
     * Returns a new environment whose jobs run on a cluster of other machines: classes of cells, the values of variables that they
     * read and the jars that they name travel with each.
     *
     * <pre>{@code
     * var orders = Streams.replay(rows).timed(Order::time).stream(Flink.on("flink.example.org:8081"));
     * }</pre>
     *
     * @param address the host and port of its page
     * @throws IllegalStateException if no cluster of this version answers there
     */
    public static StreamExecutionEnvironment on(String address) throws InterruptedException {
        return on(address, 1);
    }

    /**
     * Returns one whose operators run as several tasks.
     *
     * @param parallelism how many, at most what the cluster has slots for
     */
    public static StreamExecutionEnvironment on(String address, int parallelism)
            throws InterruptedException {
        var overview = ClusterAddress.of(Given.given(address, "address")).overview();
        if (parallelism < 1 || parallelism > overview.slots()) {
            throw new IllegalArgumentException(
                    overview.slots() == 0
                            ? "the cluster at %s has no task manager, so nothing can run there; start one (bin/taskmanager.sh start)"
                                    .formatted(overview.address())
                            : "parallelism must be from 1 to %d, which is how many slots the cluster at %s has, got %d"
                                    .formatted(overview.slots(), overview.address(), parallelism));
        }
        return new StreamExecutionEnvironment(
                        new KeptExecution(),
                        RemoteCluster.settings(overview.address()),
                        Flink.class.getClassLoader())
                .setParallelism(parallelism);
    }

    /**
     * Returns an environment whose next job goes on from a savepoint, which {@link StreamJob#stop} made; it must have the same
     * streams.
     *
     * <pre>{@code
     * var saved = job.stop(Path.of("saved"));
     * var env = Flink.resume(saved);
     * }</pre>
     */
    public static StreamExecutionEnvironment resume(Path savepoint) {
        Given.given(savepoint, "savepoint");
        if (!Files.exists(savepoint.resolve("_metadata"))) {
            throw new IllegalArgumentException(
                    "no savepoint at %s: there is no file _metadata in it; job.stop(folder) makes one, and returns where"
                            .formatted(savepoint));
        }
        var settings = new Configuration();
        settings.set(
                StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toAbsolutePath().toUri().toString());
        return environment(1, settings);
    }

    private static StreamExecutionEnvironment environment(int parallelism, Configuration settings) {
        if (parallelism < 1 || parallelism > KeptCluster.SLOTS) {
            throw new IllegalArgumentException(
                    "parallelism must be from 1 to %d, got %d"
                            .formatted(KeptCluster.SLOTS, parallelism));
        }
        // It starts while the streams are made.
        KeptCluster.started();
        settings.set(DeploymentOptions.TARGET, KeptExecution.TARGET);
        settings.set(DeploymentOptions.ATTACHED, true);
        var environment =
                new StreamExecutionEnvironment(
                        new KeptExecution(), settings, Flink.class.getClassLoader());
        return environment.setParallelism(parallelism);
    }

    /** Returns every job of this session, those that are over too, in the order in which they began. */
    public static List<StreamJob> jobs() {
        return new JobList(StreamJobs.all());
    }

    /**
     * Returns the job of that name.
     *
     * @throws IllegalArgumentException if there is none, naming the nearest and those there are
     */
    public static StreamJob job(String name) {
        return StreamJobs.named(Given.given(name, "name"));
    }
}
