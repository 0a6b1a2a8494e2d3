package himalia.streaming;

import himalia.remote.Shipment;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobSubmissionResult;
import org.apache.flink.api.dag.Pipeline;
import org.apache.flink.client.deployment.executors.PipelineExecutorUtils;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.PipelineExecutor;
import org.apache.flink.core.execution.PipelineExecutorFactory;
import org.apache.flink.core.execution.PipelineExecutorServiceLoader;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterJobClient;
import org.apache.flink.runtime.minicluster.MiniClusterJobClient.JobFinalizationBehavior;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** Has an environment of Flink's send its jobs to the cluster that is kept, or to the one elsewhere that it names. */
final class KeptExecution
        implements PipelineExecutorServiceLoader, PipelineExecutorFactory, PipelineExecutor {
    /** What an environment's configuration says of where its jobs go. */
    static final String TARGET = "himalia";

    @Override
    public PipelineExecutorFactory getExecutorFactory(Configuration configuration) {
        return this;
    }

    @Override
    public Stream<String> getExecutorNames() {
        return Stream.of(TARGET);
    }

    @Override
    public String getName() {
        return TARGET;
    }

    @Override
    public boolean isCompatibleWith(Configuration configuration) {
        return isOurs(configuration);
    }

    static boolean isOurs(Configuration configuration) {
        var target = configuration.get(DeploymentOptions.TARGET);
        return TARGET.equals(target) || RemoteCluster.TARGET.equals(target);
    }

    @Override
    public PipelineExecutor getExecutor(Configuration configuration) {
        return this;
    }

    @Override
    public CompletableFuture<JobClient> execute(
            Pipeline pipeline, Configuration configuration, ClassLoader classes) throws Exception {
        var job = StreamJobs.begun(((StreamGraph) pipeline).getJobName(), configuration);
        return begin((StreamGraph) pipeline, configuration, classes, job, Returning.NOTHING)
                .thenApply(client -> client);
    }

    /** Sends a job on its way; the job itself is told how that goes on, and where it does not begin. */
    static CompletableFuture<KeptJobClient> begin(
            StreamGraph streams,
            Configuration configuration,
            ClassLoader classes,
            StreamJob job,
            Returning returning)
            throws Exception {
        StreamGraph graph;
        var remote = RemoteCluster.of(configuration);
        var shipment = Optional.<Shipment>empty();
        try {
            graph = PipelineExecutorUtils.getStreamGraph(streams, configuration);
            if (remote.isPresent()) {
                shipment = Optional.of(remote.get().load(graph));
            }
            graph.serializeUserDefinedInstances();
        } catch (Exception | Error e) {
            shipment.ifPresent(Shipment::forget);
            var cause = Failures.cause(e);
            if (cause instanceof InterruptedException) {
                job.cancel();
            }
            job.failed(cause);
            throw e;
        }
        var sent = shipment;
        var submitted =
                remote.isPresent()
                        ? remote.get()
                                .submit(graph, configuration, classes)
                                .thenApply(client -> KeptJobClient.of(client, job, returning))
                        : KeptCluster.started()
                                .thenComposeAsync(
                                        cluster -> submit(cluster, graph, classes),
                                        KeptCluster.apart("submit"))
                                .thenApply(client -> KeptJobClient.of(client, job, returning));
        return submitted.whenComplete(
                (client, failure) -> {
                    sent.ifPresent(Shipment::forget);
                    if (failure != null) {
                        job.failed(Failures.cause(failure));
                    } else {
                        job.runs(client);
                    }
                });
    }

    private static CompletableFuture<MiniClusterJobClient> submit(
            MiniCluster cluster, StreamGraph graph, ClassLoader classes) {
        return cluster.submitJob(graph)
                .thenApply(JobSubmissionResult::getJobID)
                .thenApply(
                        id ->
                                new MiniClusterJobClient(
                                        id, cluster, classes, JobFinalizationBehavior.NOTHING));
    }
}
