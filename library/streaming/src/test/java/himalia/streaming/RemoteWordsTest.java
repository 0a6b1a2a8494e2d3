package himalia.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.remote.ClusterAddress;
import java.net.ConnectException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.runtime.rest.util.RestClientException;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpResponseStatus;
import org.junit.jupiter.api.Test;

/** What is said of a job that a cluster did not take, which it answers with a page of its own insides. */
class RemoteWordsTest {
    private static final ClusterAddress ADDRESS = new ClusterAddress("flink", 8081);

    private static String said(String cause) {
        var page =
                """
                [Internal server error., <Exception on server side:
                org.apache.flink.runtime.client.JobSubmissionException: Failed to submit job.
                \tat org.apache.flink.runtime.dispatcher.Dispatcher.persistAndRunJob(Dispatcher.java:1337)
                Caused by: java.lang.RuntimeException: Could not deserialize stream node 2
                Caused by: %s
                \t... 7 more

                End of exception on server side>]"""
                        .formatted(cause);
        var thrown = new RestClientException(page, HttpResponseStatus.INTERNAL_SERVER_ERROR);
        var words = RemoteWords.refused(thrown, ADDRESS);
        assertThat(words).hasNoCause();
        return words.getMessage();
    }

    @Test
    void anOlderJavaThereIsNamed() {
        assertThat(said("java.lang.UnsupportedClassVersionError: REPL/$Cell2 has been compiled"))
                .startsWith(
                        "the task managers of the cluster at flink:8081 run an older Java than this notebook (%d)"
                                .formatted(Runtime.version().feature()));
    }

    @Test
    void aConnectionOfTheUsersOwnIsNotTheClusters() {
        var own =
                new JobExecutionException(
                        new JobID(),
                        "Job execution failed.",
                        new ConnectException("Connection refused"));
        assertThat(RemoteWords.ended(own, ADDRESS)).isEmpty();
        assertThat(RemoteWords.unheard(new ConnectException("Connection refused"), ADDRESS))
                .hasValueSatisfying(
                        words ->
                                assertThat(words)
                                        .hasMessageStartingWith(
                                                "the cluster at flink:8081 does not answer (any more): Connection refused"));
    }

    @Test
    void aTaskManagerThatEndsItselfIsLost() {
        var ended = new IllegalStateException("The TaskExecutor is shutting down.");
        assertThat(RemoteWords.ended(ended, ADDRESS).orElseThrow())
                .hasMessageStartingWith("the cluster at flink:8081 lost a task manager");
    }

    @Test
    void ofAnythingElseTheLastCauseIsSaid() {
        assertThat(said("java.lang.ClassNotFoundException: org.example.Shop"))
                .isEqualTo(
                        "the cluster at flink:8081 does not take the job: java.lang.ClassNotFoundException: org.example.Shop");
    }
}
