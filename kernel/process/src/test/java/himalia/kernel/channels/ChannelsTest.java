package himalia.kernel.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.kernel.protocol.MessageCodec;
import himalia.kernel.protocol.content.ShutdownReply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zeromq.ZMQ;

@Timeout(240)
class ChannelsTest {
    @Test
    void aRequestIsAnsweredToTheClientThatSentItAndToldToAll() throws Exception {
        try (var kernel = EchoKernel.start();
                var one = new RawClient(kernel.file);
                var two = new RawClient(kernel.file)) {
            one.welcomed();
            two.welcomed();
            var first = one.send(Channel.SHELL, "execute_request", Map.of("code", "first"));
            assertThat(one.receive(Channel.SHELL).parentId()).isEqualTo(first);
            var second = two.send(Channel.SHELL, "execute_request", Map.of("code", "second"));
            assertThat(two.receive(Channel.SHELL).parentId()).isEqualTo(second);

            for (var client : List.of(one, two)) {
                var seen = new ArrayList<String>();
                while (seen.size() < 6) {
                    var message = client.receive(Channel.IOPUB);
                    if (!message.type().equals("iopub_welcome")) {
                        assertThat(message.identities())
                                .containsExactly(bytes("kernel." + message.type()));
                        seen.add(
                                message.type()
                                        + " "
                                        + (message.parentId().equals(first)
                                                ? 1
                                                : message.parentId().equals(second) ? 2 : 0));
                    }
                }
                assertThat(seen)
                        .containsExactly(
                                "status 1",
                                "stream 1",
                                "status 1",
                                "status 2",
                                "stream 2",
                                "status 2");
            }
        }
    }

    @Test
    void whoSubscribesIsWelcomedWithTheTopicAndNoParent() throws Exception {
        try (var kernel = EchoKernel.start();
                var all = new RawClient(kernel.file)) {
            var welcome = all.welcomed();
            assertThat(welcome.type()).isEqualTo("iopub_welcome");
            assertThat(welcome.content()).isEqualTo(Map.of("subscription", ""));
            assertThat(welcome.parentHeader()).isEmpty();
            assertThat(welcome.session()).isEqualTo(kernel.sender.session());
            assertThat(welcome.identities()).containsExactly(bytes(""));

            try (var some = new RawClient(kernel.file, "kernel.é")) {
                var topical = some.welcomed();
                assertThat(topical.content()).isEqualTo(Map.of("subscription", "kernel.é"));
                assertThat(topical.identities()).containsExactly(bytes("kernel.é"));
            }
        }
    }

    @Test
    void aSubscriptionThatIsNoTextIsLeftAlone() throws Exception {
        try (var kernel = EchoKernel.start();
                var client = new RawClient(kernel.file)) {
            client.welcomed();
            client.socket(Channel.IOPUB).subscribe(new byte[] {(byte) 0xff, (byte) 0xfe});
            client.socket(Channel.IOPUB).unsubscribe(new byte[] {(byte) 0xff, (byte) 0xfe});
            client.socket(Channel.IOPUB).subscribe("later");

            assertThat(client.welcomed().content()).isEqualTo(Map.of("subscription", "later"));
        }
    }

    @Test
    void channelsThatDoNotWelcomeSayNothing() throws Exception {
        var file = EchoKernel.freshFile("127.0.0.1", null);
        var sender = himalia.kernel.protocol.Sender.fresh("quiet");
        try (var channels =
                        new Channels(
                                file,
                                new MessageCodec(file.signature()),
                                sender,
                                (channel, message) -> {},
                                false);
                var client = open(channels, file)) {
            client.socket(Channel.IOPUB).setReceiveTimeOut(300);

            assertThat(client.receiveFrames(Channel.IOPUB)).isEmpty();
        }
    }

    private static RawClient open(Channels channels, ConnectionFile file) throws IOException {
        channels.open();
        return new RawClient(file);
    }

    @Test
    void theHeartbeatSendsBackWhateverCame() throws Exception {
        try (var kernel = EchoKernel.start();
                var client = new RawClient(kernel.file)) {
            for (var beat :
                    List.of(new byte[0], bytes("ping"), new byte[] {0, -1, 7}, new byte[100_000])) {
                client.sendFrames(Channel.HEARTBEAT, List.of(new byte[0], beat));

                assertThat(client.receiveFrames(Channel.HEARTBEAT))
                        .containsExactly(new byte[0], beat);
            }
        }
    }

    @Test
    void theHeartbeatAndControlAnswerWhileOutputPoursOut() throws Exception {
        try (var kernel = EchoKernel.start();
                var client = new RawClient(kernel.file);
                var reader = new RawClient(kernel.file)) {
            var answered = new AtomicBoolean();
            var printing =
                    new Thread(
                            () -> {
                                for (int i = 0; !answered.get(); i++) {
                                    kernel.publish("line " + i + " " + "x".repeat(1_000));
                                }
                            });
            var reading =
                    new Thread(
                            () -> {
                                while (printing.isAlive()) {
                                    reader.receiveFrames(Channel.IOPUB);
                                    client.receiveFrames(Channel.IOPUB);
                                }
                            });
            printing.start();
            reading.start();
            for (int i = 0; i < 200; i++) {
                client.sendFrames(Channel.HEARTBEAT, List.of(bytes("ping")));
                assertThat(client.receiveFrames(Channel.HEARTBEAT)).hasSize(1);
                client.send(Channel.CONTROL, "interrupt_request", Map.of());
                assertThat(client.receive(Channel.CONTROL).type()).isEqualTo("interrupt_reply");
            }
            // The output ends only now: behind it, none of them would have been answered.
            answered.set(true);
            reading.join();
        }
    }

    @Test
    void aPortInUseIsNamedAndNothingStaysOpen() throws Exception {
        var file = EchoKernel.freshFile("127.0.0.1", null);
        int port = file.port(Channel.STDIN);
        try (var taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> new EchoKernel(file))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "port "
                                    + port
                                    + " (stdin_port) on 127.0.0.1 is in use; end the program that holds it, or start the kernel again with other ports");
        }
        new EchoKernel(file).close();
    }

    @Test
    void anAddressThatIsNotOursIsNamed() throws Exception {
        var file = EchoKernel.freshFile("192.0.2.1", null);
        assertThatThrownBy(() -> new EchoKernel(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("192.0.2.1");
        var none = EchoKernel.freshFile("no such address", null);
        assertThatThrownBy(() -> new EchoKernel(none))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no such address");
    }

    @Test
    void everyInterfaceAndVersionSixAreAddressesToo() throws Exception {
        for (var ip : List.of("*", "0.0.0.0", "::1")) {
            try (var kernel = new EchoKernel(EchoKernel.freshFile(ip, null));
                    var client = new RawClient(kernel.file)) {
                client.send(Channel.SHELL, "execute_request", Map.of("code", "x"));

                assertThat(client.receive(Channel.SHELL).type()).isEqualTo("interrupt_reply");
            }
        }
    }

    @Test
    void allFiveSocketsAreEncryptedWhenThereAreKeys() throws Exception {
        var pair = ZMQ.Curve.generateKeyPair();
        var file = EchoKernel.freshFile("127.0.0.1", new CurveKeys(pair.publicKey, pair.secretKey));
        try (var kernel = new EchoKernel(file);
                var client = new RawClient(file);
                var plain =
                        new RawClient(
                                new ConnectionFile(
                                        file.ip(),
                                        file.ports(),
                                        file.key(),
                                        file.signatureScheme(),
                                        "",
                                        null))) {
            client.welcomed();
            client.sendFrames(Channel.HEARTBEAT, List.of(bytes("ping")));
            assertThat(client.receiveFrames(Channel.HEARTBEAT)).hasSize(1);
            for (var channel : List.of(Channel.SHELL, Channel.CONTROL, Channel.STDIN)) {
                client.send(channel, "execute_request", Map.of("code", "x"));
                assertThat(client.receive(channel).type()).isEqualTo("interrupt_reply");
            }

            for (var channel : Channel.values()) {
                plain.socket(channel).setReceiveTimeOut(200);
                if (channel != Channel.IOPUB) {
                    plain.socket(channel).send(bytes("hello"), ZMQ.DONTWAIT);
                }
                assertThat(plain.receiveFrames(channel)).isEmpty();
            }
        }
    }

    @Test
    void theLastReplyLeavesBeforeTheSocketsClose() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (var kernel = EchoKernel.start();
                    var client = new RawClient(kernel.file)) {
                client.send(Channel.CONTROL, "interrupt_request", Map.of());
                var request = client.receive(Channel.CONTROL);
                var last =
                        kernel.sender.message(
                                List.of(bytes(client.sender.session())),
                                "shutdown_reply",
                                request.header(),
                                new ShutdownReply("ok", true).toMap());
                kernel.channels.send(Channel.CONTROL, last);
                kernel.close();

                assertThat(client.receive(Channel.CONTROL).type()).isEqualTo("shutdown_reply");
            }
        }
    }

    @Test
    void interruptedThreadsMayPublish() throws Exception {
        try (var kernel = EchoKernel.start();
                var client = new RawClient(kernel.file)) {
            client.welcomed();
            var publishers = new ArrayList<Thread>();
            for (int t = 0; t < 4; t++) {
                var publisher =
                        new Thread(
                                () -> {
                                    for (int i = 0; i < 500; i++) {
                                        Thread.currentThread().interrupt();
                                        kernel.publish("still here");
                                        assertThat(Thread.currentThread().isInterrupted()).isTrue();
                                    }
                                });
                publishers.add(publisher);
                publisher.start();
            }
            // From outside too, at any moment of a write.
            while (publishers.stream().anyMatch(Thread::isAlive)) {
                publishers.forEach(Thread::interrupt);
            }
            for (int i = 0; i < 2_000; i++) {
                assertThat(client.receive(Channel.IOPUB).fields().text("text"))
                        .isEqualTo("still here");
            }
        }
    }

    @Test
    void anInboxThatBreaksDoesNotMakeTheKernelDeaf() throws Exception {
        try (var kernel = EchoKernel.start();
                var client = new RawClient(kernel.file)) {
            client.send(Channel.SHELL, "break", Map.of());
            client.send(Channel.SHELL, "execute_request", Map.of("code", "x"));

            assertThat(client.receive(Channel.SHELL).type()).isEqualTo("interrupt_reply");
        }
    }

    @Test
    void aSubscriberThatDoesNotReadIsWaitedForOnceAndThenLosesAlone() throws Exception {
        int messages = 6_000;
        var page = "x".repeat(20_000);
        try (var kernel = EchoKernel.start();
                var client = heard(new RawClient(kernel.file));
                var deaf = new DeafSubscriber(kernel.file)) {
            assertThat(deaf.isSubscribed(client)).isTrue();
            long start = System.nanoTime();
            var printing =
                    new Thread(
                            () -> {
                                for (int i = 0; i < messages; i++) {
                                    kernel.publish(i + " " + page);
                                }
                            });
            printing.start();
            client.socket(Channel.IOPUB).setReceiveTimeOut(60_000);
            int next = 0;
            while (next < messages) {
                var text = client.receive(Channel.IOPUB).fields().text("text", "");
                assertThat(text).startsWith(next++ + " ");
            }
            var took = Duration.ofNanos(System.nanoTime() - start);
            // It is waited for, once: waited for at each message, this would take hours.
            assertThat(took).isGreaterThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void aClientThatIsSlowButReadsLosesNothing() throws Exception {
        int messages = 20_000;
        var line = "x".repeat(2_000);
        try (var kernel = EchoKernel.start();
                var slow = new RawClient(kernel.file)) {
            slow.welcomed();
            var printing =
                    new Thread(
                            () -> {
                                for (int i = 0; i < messages; i++) {
                                    kernel.publish(i + " " + line);
                                }
                            });
            printing.start();
            for (int i = 0; i < messages; i++) {
                if (i % 1_000 == 0) {
                    // Reading stops for a while, longer than it takes to fill every buffer on the
                    // way.
                    printing.join(100);
                }
                assertThat(slow.receive(Channel.IOPUB).fields().text("text", ""))
                        .startsWith(i + " ");
            }
        }
    }

    /** Whoever subscribes after this client is welcomed to it too. */
    private static RawClient heard(RawClient client) {
        client.welcomed();
        return client;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
