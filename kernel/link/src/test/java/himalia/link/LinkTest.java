package himalia.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkTest {
    @TempDir Path folder;
    private final Recorder kernelHears = new Recorder();
    private final Recorder workerHears = new Recorder();
    private Link kernel;
    private Link worker;

    @BeforeEach
    void join() throws Exception {
        var address = UnixDomainSocketAddress.of(folder.resolve("link"));
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(address);
            worker = new Link(SocketChannel.open(address), workerHears);
            kernel = new Link(server.accept(), kernelHears);
        }
        worker.start();
        kernel.start();
    }

    @AfterEach
    void part() {
        kernel.close();
        worker.close();
    }

    @Test
    void everyKindOfValueArrivesAsItWasSent() throws Exception {
        var fields = new java.util.LinkedHashMap<String, Object>();
        fields.put("null", null);
        fields.put("flag", true);
        fields.put("number", 42L);
        fields.put("real", -0.5);
        fields.put("text", "héllo 😀");
        fields.put("list", List.of("a", List.of(1L)));
        fields.put("map", Map.of("k", false));
        worker.tell(new LinkMessage("all", fields));
        assertThat(kernelHears.next()).isEqualTo(new LinkMessage("all", fields));
    }

    @Test
    void repliesFindTheirRequestsInWhateverOrderTheyCome() throws Exception {
        var first = kernel.ask(LinkMessage.of("first"));
        var second = kernel.ask(LinkMessage.of("second"));
        workerHears.next();
        workerHears.next();
        workerHears.replies.get(1).send(LinkMessage.of("to second"));
        workerHears.replies.get(0).refuse("not now");
        assertThat(second.await().name()).isEqualTo("to second");
        assertThatThrownBy(first::await).isInstanceOf(LinkException.class).hasMessage("not now");
    }

    @Test
    void aThreadThatIsInterruptedCanStillSpeakAndTheLinkLives() throws Exception {
        var talker =
                new Thread(
                        () -> {
                            Thread.currentThread().interrupt();
                            for (int i = 0; i < 1000; i++) {
                                worker.tell(new LinkMessage("n", Map.of("i", (long) i)));
                            }
                        });
        talker.start();
        talker.join();
        for (int i = 0; i < 1000; i++) {
            assertThat(kernelHears.next().number("i")).isEqualTo(i);
        }
    }

    @Test
    void whoWaitsIsToldWhenTheOtherEndGoes() throws Exception {
        var reply = kernel.ask(LinkMessage.of("never answered"));
        workerHears.next();
        worker.close();
        assertThatThrownBy(reply::await)
                .isInstanceOf(LinkException.class)
                .hasMessage("the other end is gone");
        assertThatThrownBy(() -> kernel.ask(LinkMessage.of("late")).await())
                .isInstanceOf(LinkException.class);
    }

    private static final class Recorder implements LinkHandler {
        private final BlockingQueue<LinkMessage> heard = new LinkedBlockingQueue<>();
        private final List<LinkReply> replies = new ArrayList<>();

        LinkMessage next() throws InterruptedException {
            var message = heard.poll(10, TimeUnit.SECONDS);
            assertThat(message).isNotNull();
            return message;
        }

        @Override
        public void notice(LinkMessage message) {
            heard.add(message);
        }

        @Override
        public synchronized void request(LinkMessage message, LinkReply reply) {
            replies.add(reply);
            heard.add(message);
        }

        @Override
        public void closed(String reason) {}
    }
}
