package himalia.kernel.channels;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.protocol.Decoded;
import himalia.kernel.protocol.FrameFuzz;
import himalia.kernel.protocol.MessageCodec;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ten thousand broken messages on each socket, and connections that do not even speak ZeroMQ: the kernel hears the next good one. */
@Timeout(180)
class WireFuzzTest {
    private static final int MESSAGES = 10_000;

    @Test
    void brokenMessagesOnEverySocketGetNoAnswerAndChangeNothing() throws Exception {
        try (var kernel = EchoKernel.start();
                var client = new RawClient(kernel.file)) {
            client.welcomed();
            for (var channel : List.of(Channel.SHELL, Channel.CONTROL, Channel.STDIN)) {
                var fuzz = new FrameFuzz(channel.ordinal(), kernel.file.signature());
                // A few of the broken ones are whole by chance, and signed.
                var judge = new MessageCodec(kernel.file.signature());
                int whole = 0;
                long before = used();
                for (int i = 0; i < MESSAGES; i++) {
                    var frames = fuzz.next();
                    whole += judge.decode(frames) instanceof Decoded.Good ? 1 : 0;
                    client.sendFrames(channel, frames);
                }
                int replies = 0;
                var id =
                        client.send(channel, "execute_request", Map.of("code", "after " + channel));
                var reply = client.receive(channel);
                while (!reply.parentId().equals(id)) {
                    assertThat(reply.type()).isEqualTo("interrupt_reply");
                    replies++;
                    reply = client.receive(channel);
                }
                assertThat(replies).as("replies on " + channel).isEqualTo(whole);
                assertThat(kernel.refusals)
                        .filteredOn(refusal -> refusal.startsWith(channel.name()))
                        .hasSizeGreaterThan(MESSAGES * 9 / 10);
                kernel.refusals.clear();
                assertThat(used() - before).as("bytes kept").isLessThan(20L << 20);
            }
            var heartbeats = new FrameFuzz(99, kernel.file.signature());
            for (int i = 0; i < MESSAGES; i++) {
                var frames = heartbeats.next();
                client.sendFrames(Channel.HEARTBEAT, frames);
                assertThat(client.receiveFrames(Channel.HEARTBEAT)).hasSameSizeAs(frames);
            }
        }
    }

    @Test
    void oddSubscriptionsChangeNothing() throws Exception {
        try (var kernel = EchoKernel.start();
                var client = new RawClient(kernel.file)) {
            client.welcomed();
            var random = new Random(5);
            for (int i = 0; i < MESSAGES; i++) {
                var topic = new byte[random.nextInt(40)];
                random.nextBytes(topic);
                client.socket(Channel.IOPUB).subscribe(topic);
                client.socket(Channel.IOPUB).unsubscribe(topic);
            }
            client.socket(Channel.IOPUB).subscribe("the end");
            var welcome = client.receive(Channel.IOPUB);
            while (!welcome.content().equals(Map.of("subscription", "the end"))) {
                welcome = client.receive(Channel.IOPUB);
            }
        }
    }

    @Test
    void whoDoesNotSpeakZeroMqIsCutOffAndTheNextOneServed() throws Exception {
        try (var kernel = EchoKernel.start()) {
            var random = new Random(11);
            for (int i = 0; i < 300; i++) {
                for (var channel : Channel.values()) {
                    babble(kernel.file.port(channel), random);
                }
            }
            try (var client = new RawClient(kernel.file)) {
                client.welcomed();
                client.sendFrames(Channel.HEARTBEAT, List.of(new byte[] {1}));
                assertThat(client.receiveFrames(Channel.HEARTBEAT)).hasSize(1);
                for (var channel : List.of(Channel.SHELL, Channel.CONTROL, Channel.STDIN)) {
                    client.send(channel, "execute_request", Map.of("code", "x"));
                    assertThat(client.receive(channel).type()).isEqualTo("interrupt_reply");
                }
            }
        }
    }

    /** Noise, a web browser, or a greeting of ZeroMQ that goes wrong after its first bytes. */
    private static void babble(int port, Random random) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(1);
            var out = socket.getOutputStream();
            switch (random.nextInt(5)) {
                case 0 ->
                        out.write(
                                "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                        .getBytes(StandardCharsets.US_ASCII));
                case 1 -> out.write(Arrays.copyOf(Zmtp.greeting(), 10 + random.nextInt(54)));
                case 2 -> {
                    out.write(Zmtp.greeting());
                    out.write(noise(random));
                }
                case 3 -> {
                    out.write(Zmtp.greeting());
                    out.write(Zmtp.ready("DEALER"));
                    out.write(noise(random));
                }
                default -> out.write(noise(random));
            }
            out.flush();
            socket.getInputStream().read();
        } catch (SocketTimeoutException e) {
            // It waits for more, and will not get it.
        } catch (IOException e) {
            // Cut off while we wrote.
        }
    }

    private static byte[] noise(Random random) {
        var noise = new byte[1 + random.nextInt(500)];
        random.nextBytes(noise);
        return noise;
    }

    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
