package himalia.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Callers of a training's port. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TrainingTokenTest {
    private final TrainingToken token = TrainingToken.random();

    @Test
    void whoKnowsTheTokenIsHeard() throws Exception {
        try (var server = TrainingToken.listen()) {
            var caller = token.call(server.getLocalPort());
            var link = token.accept(server);
            assertThat(link).isNotNull();
            caller.send(new WorkerFrame(WorkerFrame.Kind.BEAT, 7, new byte[] {1}));
            assertThat(link.receive().round()).isEqualTo(7);
        }
    }

    /** Whoever waits looks at the time between two of them, and one has no longer for the whole token than for a byte. */
    @Test
    void strangersKeepNobodyForLong() throws Exception {
        try (var server = TrainingToken.listen();
                var slow = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort());
                var wrong = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort())) {
            wrong.getOutputStream().write(new byte[32]);
            var words =
                    new Thread(
                            () -> {
                                try {
                                    while (true) {
                                        slow.getOutputStream().write(1);
                                        Thread.sleep(500);
                                    }
                                } catch (IOException | InterruptedException e) {
                                    // It was sent away.
                                }
                            });
            words.start();
            long before = System.nanoTime();
            assertThat(token.accept(server)).isNull();
            assertThat(token.accept(server)).isNull();
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - before)).isLessThan(8);
            words.interrupt();
        }
    }
}
