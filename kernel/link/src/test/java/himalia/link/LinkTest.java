package himalia.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
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

    @Test
    void numbersOfAnySizeArriveExactAndArraysAsLists() throws Exception {
        var big = new BigInteger("123456789012345678901234567890");
        var exact = new BigDecimal("0.1000000000000000000001");
        worker.tell(
                new LinkMessage(
                        "numbers",
                        Map.of(
                                "big",
                                big,
                                "exact",
                                exact,
                                "real",
                                0.1f,
                                "part",
                                new Half(),
                                "array",
                                new double[] {1, 2.5},
                                "rows",
                                new int[][] {{1}, {2}})));
        var fields = kernelHears.next().fields();
        assertThat(fields.get("big")).isEqualTo(big);
        assertThat(fields.get("exact")).isEqualTo(exact);
        assertThat(fields.get("real")).isEqualTo(0.1);
        assertThat(fields.get("part")).isEqualTo(0.5);
        assertThat(fields.get("array")).isEqualTo(List.of(1.0, 2.5));
        assertThat(fields.get("rows")).isEqualTo(List.of(List.of(1L), List.of(2L)));
    }

    @Test
    void whatTheLinkCannotCarryIsRefusedInWordsAndAnotherAnswerCanBeGiven() throws Exception {
        var asked = kernel.ask(LinkMessage.of("show"));
        workerHears.next();
        var reply = workerHears.replies.get(0);
        assertThatThrownBy(() -> reply.send(new LinkMessage("done", Map.of("v", Half.class))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a java.lang.Class cannot be sent to the notebook");
        assertThat(reply.answered()).isFalse();
        reply.refuse("in other words");
        assertThatThrownBy(asked::await).hasMessage("in other words");
    }

    @Test
    void whatContainsItselfOrIsNestedTooDeeplyIsRefusedInWords() {
        var round = new ArrayList<Object>();
        round.add(List.of(round));
        assertThatThrownBy(() -> worker.tell(new LinkMessage("round", Map.of("v", round))))
                .hasMessage(
                        "a java.util.ArrayList that contains itself cannot be sent to the notebook");
        Object deep = List.of();
        for (int i = 0; i < 1000; i++) {
            deep = List.of(deep);
        }
        var nested = new LinkMessage("deep", Map.of("v", deep));
        assertThatThrownBy(() -> worker.tell(nested))
                .hasMessageContaining("nested deeper than 450");
    }

    @Test
    void aHandlerThatThrowsCostsItsRequestAndNotTheLink() throws Exception {
        assertThatThrownBy(() -> kernel.ask(LinkMessage.of("throw")).await())
                .isInstanceOfSatisfying(LinkException.class, e -> assertThat(e.refused()).isTrue())
                .hasMessageContaining("a bug in the handler");
        kernel.tell(LinkMessage.of("still there"));
        assertThat(workerHears.next().name()).isEqualTo("still there");
    }

    @Test
    void aRefusalForWantOfMemorySaysSo() throws Exception {
        var asked = kernel.ask(LinkMessage.of("show"));
        workerHears.next();
        workerHears.replies.get(0).refuseForMemory();
        assertThatThrownBy(asked::await)
                .isInstanceOfSatisfying(
                        LinkException.class,
                        e -> assertThat(e.reason()).isEqualTo(LinkException.Reason.FULL));
    }

    @Test
    void framesLongerThanAnyBufferArriveWhole() throws Exception {
        for (int size : new int[] {0, 65_500, 65_536, 3_000_000}) {
            worker.tell(new LinkMessage("long", Map.of("bytes", new byte[size])));
            assertThat(kernelHears.next().bytes("bytes")).hasSize(size);
        }
    }

    private static final class Half extends Number {
        private static final long serialVersionUID = 1L;

        @Override
        public int intValue() {
            return 0;
        }

        @Override
        public long longValue() {
            return 0;
        }

        @Override
        public float floatValue() {
            return 0.5f;
        }

        @Override
        public double doubleValue() {
            return 0.5;
        }
    }

    private static final class Recorder implements LinkHandler {
        private final BlockingQueue<LinkMessage> heard = new LinkedBlockingQueue<>();
        private final List<LinkReply> replies = new ArrayList<>();

        LinkMessage next() throws InterruptedException {
            var message = heard.poll(60, TimeUnit.SECONDS);
            assertThat(message).isNotNull();
            return message;
        }

        @Override
        public void notice(LinkMessage message) {
            heard.add(message);
        }

        @Override
        public synchronized void request(LinkMessage message, LinkReply reply) {
            if (message.name().equals("throw")) {
                throw new NullPointerException("a bug in the handler");
            }
            replies.add(reply);
            heard.add(message);
        }

        @Override
        public void full() {}

        @Override
        public void closed(String reason) {}
    }
}
