package himalia.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One end of a link whose other end is written by hand: it reads nothing until it is told to. */
@Timeout(120)
class LinkTroubleTest {
    private static final int MEGABYTE = 1 << 20;

    /** More than any queue of ours and any buffer of the system's takes. */
    private static final int MANY = 64;

    @TempDir Path folder;
    private final List<String> closed = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private SocketChannel other;
    private Link link;

    @BeforeEach
    void join() throws Exception {
        var address = UnixDomainSocketAddress.of(folder.resolve("link"));
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(address);
            other = SocketChannel.open(address);
            link = new Link(server.accept(), new Handler());
        }
        link.start();
    }

    @AfterEach
    void part() throws Exception {
        link.close();
        other.close();
    }

    private final class Handler implements LinkHandler {
        @Override
        public void notice(LinkMessage message) {
            throw new IllegalStateException("a bug in the handler of " + message.name());
        }

        @Override
        public void request(LinkMessage message, LinkReply reply) {
            switch (message.name()) {
                case "throw" -> throw new NullPointerException("a bug");
                case "answer and throw" -> {
                    reply.send(LinkMessage.of("the answer"));
                    throw new NullPointerException("a bug after it");
                }
                case "answer thrice" -> {
                    reply.send(LinkMessage.of("first"));
                    reply.send(LinkMessage.of("second"));
                    reply.refuse("third");
                }
                case "overflow" -> throw new StackOverflowError();
                default -> reply.send(LinkMessage.of("echo of " + message.name()));
            }
        }

        @Override
        public void closed(String reason) {
            closed.add(reason);
            end.countDown();
        }
    }

    private void send(int kind, long id, LinkMessage message) throws IOException {
        var frame = new Frame(kind, id, message).encode();
        var buffer = ByteBuffer.allocate(4 + frame.length).putInt(frame.length).put(frame).flip();
        while (buffer.hasRemaining()) {
            other.write(buffer);
        }
    }

    private byte[] read(int length) throws IOException {
        var buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (other.read(buffer) < 0) {
                throw new EOFException();
            }
        }
        return buffer.array();
    }

    /** Reads the next frame that the link has written. */
    private Frame next() throws IOException {
        var frame = ByteBuffer.wrap(read(ByteBuffer.wrap(read(4)).getInt()));
        int kind = frame.get();
        long id = frame.getLong();
        var body = new byte[frame.remaining()];
        frame.get(body);
        return new Frame(kind, id, Frame.message(kind, body));
    }

    /** Starts a thread that says more than anybody takes, and waits until it is held up. */
    private Thread heldUp() throws InterruptedException {
        var speaker =
                new Thread(
                        () -> {
                            for (long i = 0; i < MANY; i++) {
                                link.tell(
                                        new LinkMessage(
                                                "n", Map.of("i", i, "bytes", new byte[MEGABYTE])));
                            }
                        });
        speaker.start();
        while (speaker.getState() != Thread.State.WAITING) {
            assertThat(speaker.isAlive()).as("it was not held up").isTrue();
            Thread.sleep(5);
        }
        return speaker;
    }

    private void hearsAll() throws IOException {
        for (long i = 0; i < MANY; i++) {
            assertThat(next().message().number("i")).isEqualTo(i);
        }
    }

    @Test
    void whoSpeaksWaitsWhileTheQueueIsFullAndNothingIsLost() throws Exception {
        var speaker = heldUp();
        hearsAll();
        speaker.join();
    }

    @Test
    void whoIsInterruptedWhileTheQueueIsFullLosesNothingAndStaysInterrupted() throws Exception {
        var interrupted = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var speaker =
                new Thread(
                        () -> {
                            for (long i = 0; i < MANY; i++) {
                                link.tell(
                                        new LinkMessage(
                                                "n", Map.of("i", i, "bytes", new byte[MEGABYTE])));
                            }
                            if (Thread.currentThread().isInterrupted()) {
                                interrupted.countDown();
                            }
                            done.countDown();
                        });
        speaker.start();
        while (speaker.getState() != Thread.State.WAITING) {
            Thread.sleep(5);
        }
        speaker.interrupt();
        hearsAll();
        done.await();
        assertThat(interrupted.getCount()).isZero();
    }

    @Test
    void whoWaitsForAFullQueueIsLetGoWhenTheLinkEnds() throws Exception {
        var speaker = heldUp();
        link.close();
        speaker.join();
    }

    @Test
    void whoWaitsUntilAllIsWrittenIsLetGoWhenTheLinkEnds() throws Exception {
        heldUp();
        var waiting = new Thread(link::writeNow);
        waiting.start();
        while (waiting.getState() != Thread.State.WAITING) {
            Thread.sleep(5);
        }
        other.close();
        waiting.join();
    }

    @Test
    void whatCannotBeEncodedIsToldToWhoAsksAndTheNextQuestionIsAnswered() throws Exception {
        assertThatThrownBy(() -> link.ask(new LinkMessage("bad", Map.of("v", new Object()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a java.lang.Object cannot be sent");
        var asked = link.ask(LinkMessage.of("good"));
        var heard = next();
        assertThat(heard.message().name()).isEqualTo("good");
        send(Frame.REPLY, heard.id(), LinkMessage.of("done"));
        assertThat(asked.await().name()).isEqualTo("done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"throw", "overflow"})
    void aRequestWhoseHandlerThrowsIsRefusedAndTheNextIsAnswered(String name) throws Exception {
        send(Frame.REQUEST, 7, LinkMessage.of(name));
        var refused = next();
        assertThat(refused.kind()).isEqualTo(Frame.REFUSAL);
        assertThat(refused.id()).isEqualTo(7);
        assertThat(refused.message().text("why")).isNotEmpty();
        send(Frame.REQUEST, 8, LinkMessage.of("next"));
        assertThat(next()).isEqualTo(new Frame(Frame.REPLY, 8, LinkMessage.of("echo of next")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"answer and throw", "answer thrice"})
    void aRequestHasOneAnswerTheFirst(String name) throws Exception {
        send(Frame.REQUEST, 7, LinkMessage.of(name));
        send(Frame.REQUEST, 8, LinkMessage.of("next"));
        assertThat(next().message().name()).isIn("the answer", "first");
        assertThat(next().id()).isEqualTo(8);
    }

    @Test
    void aNoticeWhoseHandlerThrowsCostsTheNotice() throws Exception {
        send(Frame.NOTICE, 0, LinkMessage.of("anything"));
        send(Frame.REQUEST, 8, LinkMessage.of("next"));
        assertThat(next().message().name()).isEqualTo("echo of next");
    }

    @Test
    void anAnswerThatNobodyWaitsForIsLeftAlone() throws Exception {
        send(Frame.REPLY, 4_711, LinkMessage.of("done"));
        send(Frame.REFUSAL, 4_712, new LinkMessage("refused", Map.of("why", "no")));
        send(Frame.REQUEST, 8, LinkMessage.of("next"));
        assertThat(next().message().name()).isEqualTo("echo of next");
    }

    @Test
    void aLinkThatIsClosedFailsAllThatWaitsAndTellsItsHandlerOnce() throws Exception {
        var first = link.ask(LinkMessage.of("first"));
        var second = link.ask(LinkMessage.of("second"));
        link.close();
        link.close();
        for (var reply : List.of(first, second, link.ask(LinkMessage.of("late")))) {
            assertThatThrownBy(reply::await)
                    .isInstanceOfSatisfying(
                            LinkException.class,
                            e -> assertThat(e.reason()).isEqualTo(LinkException.Reason.GONE));
        }
        assertThat(closed).containsExactly("closed");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 8, Integer.MIN_VALUE, 513 << 20})
    void aLengthThatNoFrameHasEndsTheLink(int length) throws Exception {
        var asked = link.ask(LinkMessage.of("first"));
        other.write(ByteBuffer.allocate(4).putInt(length).flip());
        assertThatThrownBy(asked::await).hasMessageContaining("a frame of " + length + " bytes");
        end.await();
    }

    @Test
    void anEndInTheMiddleOfAFrameEndsTheLink() throws Exception {
        var asked = link.ask(LinkMessage.of("first"));
        assertThat(next().message().name()).isEqualTo("first");
        other.write(ByteBuffer.allocate(10).putInt(1_000).flip());
        other.close();
        assertThatThrownBy(asked::await).hasMessageContaining("the other end is gone");
    }
}
