package himalia.streaming;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.CheckpointException;
import org.apache.flink.runtime.checkpoint.CheckpointFailureReason;
import org.apache.flink.runtime.dispatcher.UnavailableDispatcherOperationException;
import org.apache.flink.runtime.operators.coordination.CoordinationRequest;
import org.apache.flink.runtime.operators.coordination.CoordinationRequestGateway;
import org.apache.flink.runtime.operators.coordination.CoordinationResponse;
import org.jspecify.annotations.Nullable;

/**
 * Talks to a cluster about one job, be it the kept one or one elsewhere. It does so on threads of its own, since those that the cluster starts inherit whose
 * the caller is, and an interrupt of his cell would end them.
 */
final class KeptJobClient implements JobClient, CoordinationRequestGateway {
    /** In milliseconds. */
    private static final long AGAIN = 20;

    private final JobClient client;
    private final CoordinationRequestGateway coordinator;
    private final StreamJob job;
    private final CompletableFuture<Void> returned;

    private KeptJobClient(
            JobClient client,
            CoordinationRequestGateway coordinator,
            StreamJob job,
            Returning returning) {
        this.client = client;
        this.coordinator = coordinator;
        this.job = job;
        this.returned = returning.read(client);
    }

    static <C extends JobClient & CoordinationRequestGateway> KeptJobClient of(
            C client, StreamJob job, Returning returning) {
        return new KeptJobClient(client, client, job, returning);
    }

    StreamJob job() {
        return job;
    }

    private static <T> CompletableFuture<T> apart(Supplier<CompletableFuture<T>> question) {
        return CompletableFuture.supplyAsync(question, StreamJobs.QUESTIONS)
                .thenCompose(answer -> answer);
    }

    @Override
    public JobID getJobID() {
        return client.getJobID();
    }

    @Override
    public CompletableFuture<JobStatus> getJobStatus() {
        return apart(client::getJobStatus);
    }

    @Override
    public CompletableFuture<Void> cancel() {
        return apart(client::cancel);
    }

    @Override
    public CompletableFuture<String> stopWithSavepoint(
            boolean advanceToEnd, String folder, SavepointFormatType form) {
        return apart(() -> client.stopWithSavepoint(advanceToEnd, folder, form))
                .exceptionallyCompose(
                        thrown ->
                                job.isRunning() && begins(thrown)
                                        ? again(() -> stopWithSavepoint(advanceToEnd, folder, form))
                                        : CompletableFuture.failedFuture(thrown));
    }

    /** A job that was taken is not at once one that can be asked. */
    private static boolean begins(Throwable thrown) {
        var cause = thrown;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof UnavailableDispatcherOperationException
                || cause instanceof CheckpointException early
                        && early.getCheckpointFailureReason()
                                == CheckpointFailureReason.NOT_ALL_REQUIRED_TASKS_RUNNING;
    }

    private static <T> CompletableFuture<T> again(Supplier<CompletableFuture<T>> question) {
        var later = CompletableFuture.delayedExecutor(AGAIN, TimeUnit.MILLISECONDS);
        return CompletableFuture.supplyAsync(question, later).thenCompose(answer -> answer);
    }

    @Override
    public CompletableFuture<String> triggerSavepoint(String folder, SavepointFormatType form) {
        return apart(() -> client.triggerSavepoint(folder, form));
    }

    @Override
    public CompletableFuture<Map<String, Object>> getAccumulators() {
        return apart(client::getAccumulators);
    }

    /** Who asks for it is told of a failure, as the user's own exception. */
    @Override
    public CompletableFuture<JobExecutionResult> getJobExecutionResult() {
        job.isAwaited();
        return result();
    }

    /** It is over when all that came back was received, too. */
    CompletableFuture<JobExecutionResult> result() {
        return apart(client::getJobExecutionResult)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(cause(failure)))
                .handle(
                        (result, failure) ->
                                returned.handle((none, lost) -> outcome(result, failure, lost)))
                .thenCompose(received -> received.thenCompose(outcome -> outcome));
    }

    private static CompletableFuture<JobExecutionResult> outcome(
            JobExecutionResult result, @Nullable Throwable failure, @Nullable Throwable lost) {
        if (lost instanceof Returning.Refused refused) {
            return CompletableFuture.failedFuture(refused.why());
        }
        if (failure != null) {
            return CompletableFuture.failedFuture(failure);
        }
        return lost == null
                ? CompletableFuture.completedFuture(result)
                : CompletableFuture.failedFuture(lost);
    }

    private Throwable cause(Throwable failure) {
        var noSlots = FlinkWords.noSlots(failure, job);
        return noSlots.isPresent() ? noSlots.get() : Failures.cause(failure);
    }

    @Override
    public CompletableFuture<CoordinationResponse> sendCoordinationRequest(
            String operator, CoordinationRequest request) {
        job.isAwaited();
        return apart(() -> coordinator.sendCoordinationRequest(operator, request));
    }

    @Override
    public String toString() {
        return job.toString();
    }
}
