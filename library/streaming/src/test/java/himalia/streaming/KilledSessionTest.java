package himalia.streaming;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import himalia.remote.ClusterAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.client.cli.ClientOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A job on a cluster whose session is killed. */
@Timeout(120)
class KilledSessionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @TempDir private Path folder;

    /** A session whose job has no end. */
    static final class Session {
        public static void main(String[] words) throws Exception {
            var there = Flink.on(words[0]);
            ((Configuration) there.getConfiguration())
                    .set(ClientOptions.CLIENT_HEARTBEAT_TIMEOUT, PATIENCE);
            there.fromSequence(0, Long.MAX_VALUE).sinkTo(new DiscardingSink<>());
            there.executeAsync("endless");
            var job = Flink.job("endless");
            System.out.println(job.await(PATIENCE.multipliedBy(2)) ? job.toString() : "runs");
            job.await();
        }
    }

    @Test
    void theClusterEndsTheJobOfASessionThatWasKilledAndOfNoOther() throws Exception {
        try (var cluster = TwoProcesses.start(folder)) {
            var session = TwoProcesses.client(Session.class, cluster.address());
            try (var said = session.inputReader(UTF_8)) {
                assertThat(said.readLine()).isEqualTo("runs");
                assertThat(isFree(cluster)).isFalse();
            } finally {
                session.destroyForcibly().waitFor();
            }
            while (!isFree(cluster)) {
                Thread.sleep(100);
            }
        }
    }

    private static boolean isFree(TwoProcesses cluster) throws InterruptedException {
        var now = ClusterAddress.of(cluster.address()).overview();
        return now.freeSlots() == now.slots();
    }
}
