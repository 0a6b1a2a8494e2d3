package himalia.streaming;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.client.deployment.StandaloneClusterId;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.operators.coordination.CoordinationRequest;
import org.apache.flink.runtime.operators.coordination.CoordinationRequestGateway;
import org.apache.flink.runtime.operators.coordination.CoordinationResponse;

/** Talks to a remote cluster about one job. */
final class RemoteJob implements JobClient, CoordinationRequestGateway {
    private final RemoteCluster cluster;
    private final RestClusterClient<StandaloneClusterId> client;
    private final JobID id;
    private final ClassLoader classes;
    private final Future<?> heartbeat;

    RemoteJob(
            RemoteCluster cluster,
            RestClusterClient<StandaloneClusterId> client,
            JobID id,
            ClassLoader classes,
            Duration patience) {
        this.cluster = cluster;
        this.client = client;
        this.id = id;
        this.classes = classes;
        this.heartbeat = Heartbeat.begin(this, patience);
    }

    @Override
    public JobID getJobID() {
        return id;
    }

    @Override
    public CompletableFuture<JobStatus> getJobStatus() {
        return client.getJobStatus(id);
    }

    @Override
    public void reportHeartbeat(long until) {
        // One that is lost on its way is one of several.
        client.reportHeartbeat(id, until);
    }

    @Override
    public CompletableFuture<Void> cancel() {
        return client.cancel(id).thenApply(heard -> null);
    }

    @Override
    public CompletableFuture<String> stopWithSavepoint(
            boolean advanceToEnd, String folder, SavepointFormatType form) {
        return client.stopWithSavepoint(id, advanceToEnd, folder, form);
    }

    @Override
    public CompletableFuture<String> triggerSavepoint(String folder, SavepointFormatType form) {
        return client.triggerSavepoint(id, folder, form);
    }

    @Override
    public CompletableFuture<Map<String, Object>> getAccumulators() {
        return client.getAccumulators(id, classes);
    }

    @Override
    public CompletableFuture<JobExecutionResult> getJobExecutionResult() {
        return client.requestJobResult(id)
                .exceptionallyCompose(
                        failure -> failed(RemoteWords.unheard(failure, cluster.address()), failure))
                .whenComplete((result, failed) -> heartbeat.cancel(false))
                .thenCompose(this::result);
    }

    private CompletableFuture<JobExecutionResult> result(JobResult result) {
        try {
            return CompletableFuture.completedFuture(result.toJobExecutionResult(classes));
        } catch (Exception e) {
            return failed(RemoteWords.ended(e, cluster.address()), e);
        }
    }

    private static <T> CompletableFuture<T> failed(
            Optional<RuntimeException> better, Throwable failure) {
        return CompletableFuture.failedFuture(
                better.<Throwable>map(words -> words).orElse(failure));
    }

    @Override
    public CompletableFuture<CoordinationResponse> sendCoordinationRequest(
            String operator, CoordinationRequest request) {
        return client.sendCoordinationRequest(id, operator, request);
    }
}
