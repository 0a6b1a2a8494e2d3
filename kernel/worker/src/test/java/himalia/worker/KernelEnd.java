package himalia.worker;

import himalia.link.Link;
import himalia.link.LinkHandler;
import himalia.link.LinkMessage;
import himalia.link.LinkReply;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** A kernel that keeps what it is told, and answers as a test says; the worker's end of its link is {@link #link()}. */
final class KernelEnd implements LinkHandler, AutoCloseable {
    private final BlockingQueue<LinkMessage> told = new LinkedBlockingQueue<>();
    private final BiConsumer<LinkMessage, LinkReply> answers;
    private final Link here;
    private final Link link;

    private KernelEnd(Path folder, BiConsumer<LinkMessage, LinkReply> answers) throws IOException {
        this.answers = answers;
        var address = UnixDomainSocketAddress.of(folder.resolve("link"));
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(address);
            link = new Link(SocketChannel.open(address), new Deaf());
            here = new Link(server.accept(), this);
        }
        link.start();
        here.start();
    }

    /** One that answers nothing. */
    static KernelEnd in(Path folder) throws IOException {
        return new KernelEnd(folder, (message, reply) -> {});
    }

    static KernelEnd answering(Path folder, BiConsumer<LinkMessage, LinkReply> answers)
            throws IOException {
        return new KernelEnd(folder, answers);
    }

    Link link() {
        return link;
    }

    /** Waits for the next message that wants no reply. */
    LinkMessage next() throws InterruptedException {
        var message = told.poll(60, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("nothing was told");
        }
        return message;
    }

    /** Returns what was told so far, and up to a message that this sends. */
    List<LinkMessage> all() throws InterruptedException {
        link.tell(LinkMessage.of("that is all"));
        var all = new ArrayList<LinkMessage>();
        for (var message = next(); !message.name().equals("that is all"); message = next()) {
            all.add(message);
        }
        return all;
    }

    @Override
    public void notice(LinkMessage message) {
        told.add(message);
    }

    @Override
    public void request(LinkMessage message, LinkReply reply) {
        answers.accept(message, reply);
    }

    @Override
    public void closed(String reason) {}

    @Override
    public void close() {
        link.close();
        here.close();
    }

    private static final class Deaf implements LinkHandler {
        @Override
        public void notice(LinkMessage message) {}

        @Override
        public void request(LinkMessage message, LinkReply reply) {
            reply.refuse("nobody asks a worker here");
        }

        @Override
        public void closed(String reason) {}
    }
}
