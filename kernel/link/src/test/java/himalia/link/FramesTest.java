package himalia.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Frames that no link of ours sends cost themselves, and not the link. */
@Timeout(120)
class FramesTest {
    @TempDir Path folder;
    private SocketChannel other;
    private Link link;

    @BeforeEach
    void join() throws Exception {
        var address = UnixDomainSocketAddress.of(folder.resolve("link"));
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(address);
            other = SocketChannel.open(address);
            link = new Link(server.accept(), new Echo());
        }
        link.start();
    }

    @AfterEach
    void part() throws Exception {
        link.close();
        other.close();
    }

    @Test
    void aReplyThatCannotBeReadFailsItsRequestAndNotTheNext() throws Exception {
        var first = link.ask(LinkMessage.of("first"));
        var second = link.ask(LinkMessage.of("second"));
        send(Frame.REPLY, 1, new byte[] {'S', 0, 0, 0, 99});
        assertThatThrownBy(first::await).hasMessageContaining("could not be read");
        var answer = new Frame(Frame.REPLY, 2, LinkMessage.of("done")).encode();
        sendWhole(answer);
        assertThat(second.await().name()).isEqualTo("done");
    }

    @Test
    void nonsenseOfTenThousandKindsLeavesTheLinkAlive() throws Exception {
        var random = new Random(11);
        for (int i = 0; i < 10_000; i++) {
            var body = new byte[random.nextInt(60)];
            random.nextBytes(body);
            send(Frame.NOTICE + random.nextInt(200), random.nextLong(), body);
        }
        var asked = link.ask(LinkMessage.of("still there"));
        sendWhole(new Frame(Frame.REPLY, 1, LinkMessage.of("done")).encode());
        assertThat(asked.await().name()).isEqualTo("done");
    }

    @Test
    void aFrameWithoutAnEndEndsTheLinkAndTellsWhoWaits() throws Exception {
        var asked = link.ask(LinkMessage.of("first"));
        other.write(ByteBuffer.allocate(4).putInt(Integer.MAX_VALUE).flip());
        assertThatThrownBy(asked::await)
                .isInstanceOfSatisfying(
                        LinkException.class,
                        e -> assertThat(e.reason()).isEqualTo(LinkException.Reason.GONE));
    }

    private void send(int kind, long id, byte[] body) throws Exception {
        sendWhole(
                ByteBuffer.allocate(9 + body.length)
                        .put((byte) kind)
                        .putLong(id)
                        .put(body)
                        .array());
    }

    private void sendWhole(byte[] frame) throws Exception {
        var buffer = ByteBuffer.allocate(4 + frame.length).putInt(frame.length).put(frame).flip();
        while (buffer.hasRemaining()) {
            other.write(buffer);
        }
    }

    private static final class Echo implements LinkHandler {
        @Override
        public void notice(LinkMessage message) {}

        @Override
        public void request(LinkMessage message, LinkReply reply) {
            reply.send(message);
        }

        @Override
        public void full() {}

        @Override
        public void closed(String reason) {}
    }
}
