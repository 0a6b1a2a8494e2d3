package himalia.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What others on this machine can do to the cluster. */
@Timeout(120)
class KeptClusterTest {
    @Test
    void nobodyEndsAJobOrTheClusterOverHttp() throws Exception {
        var env = Flink.local();
        Streams.generate(100, i -> i).stream(env).sinkTo(new DiscardingSink<>());
        var job = env.executeAsync("asked over http");
        var address = KeptCluster.started().get().getRestAddress().get();
        for (var asked :
                List.of(
                        "GET /jobs/overview",
                        "GET /jobs/%s/yarn-cancel",
                        "GET /jobs/%s/yarn-stop",
                        "PATCH /jobs/%s?mode=cancel",
                        "POST /jobs/%s/stop",
                        "DELETE /cluster")) {
            assertThat(status(address, asked.formatted(job.getJobID()))).as(asked).isEqualTo(404);
        }
        assertThat(job.getJobStatus().get()).isIn(JobStatus.RUNNING, JobStatus.CREATED);
        assertThat(Streams.collect(Flink.local().fromData(1, 2))).containsExactly(1, 2);
        job.cancel().get();
    }

    private static int status(URI address, String asked) throws Exception {
        var words = asked.split(" ");
        var request =
                HttpRequest.newBuilder(address.resolve(words[1]))
                        .method(words[0], BodyPublishers.ofString("{}"))
                        .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    }
}
