package himalia.streaming;

import himalia.display.bundle.Display;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.jspecify.annotations.Nullable;

/** The one Flink cluster of this process: started by the first job, it serves all that follow, and ends with the process. */
final class KeptCluster {
    /** Each task of a job takes one; a slot that is free costs nothing. */
    static final int SLOTS = 16;

    private static final String LOOPBACK = "127.0.0.1";

    private static @Nullable CompletableFuture<MiniCluster> kept;

    private KeptCluster() {}

    /** Returns it as soon as it runs: the first time that takes a second or two, and no interrupt ends that half way. */
    static CompletableFuture<MiniCluster> started() {
        synchronized (KeptCluster.class) {
            var known = kept;
            if (known == null || isOver(known)) {
                known = CompletableFuture.supplyAsync(KeptCluster::start, apart("himalia-flink"));
                kept = known;
            }
            return known;
        }
    }

    /** A cluster closes itself on an error that it cannot outlive. */
    private static boolean isOver(CompletableFuture<MiniCluster> cluster) {
        return cluster.isCompletedExceptionally()
                || cluster.isDone() && !cluster.join().isRunning();
    }

    /** Returns what runs work on a thread of its own, which belongs to no cell. */
    static Executor apart(String name) {
        return work -> {
            var thread = new Thread(Display.apart(work), name);
            thread.setDaemon(true);
            thread.start();
        };
    }

    private static MiniCluster start() {
        var configuration = configuration();
        // Without this, paths of files are looked for in the folder of Flink's plugins only.
        FileSystem.initialize(configuration, null);
        var cluster =
                new MuteCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(configuration)
                                .setNumTaskManagers(1)
                                .setNumSlotsPerTaskManager(SLOTS)
                                .setCommonBindAddress(LOOPBACK)
                                .build());
        try {
            cluster.start();
        } catch (Exception e) {
            throw new IllegalStateException("Flink's cluster does not start: " + e.getMessage(), e);
        }
        return cluster;
    }

    private static Configuration configuration() {
        var settings = new Configuration();
        settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(32));
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(16));
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(16));
        settings.set(JobManagerOptions.BIND_HOST, LOOPBACK);
        settings.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
        settings.set(RestOptions.BIND_PORT, "0");
        settings.set(RestOptions.PORT, 0);
        settings.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        settings.set(JobManagerOptions.ADDRESS, LOOPBACK);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        settings.set(JobManagerOptions.SLOT_REQUEST_TIMEOUT, Duration.ofSeconds(10));
        // A task that hears no cancelling must not end the cluster, and with it all other jobs.
        settings.set(TaskManagerOptions.TASK_CANCELLATION_TIMEOUT, Duration.ZERO);
        return settings;
    }
}
