package himalia.link;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One end of the private link: framed, multiplexed, callable from both sides.
 *
 * <p>Any thread may speak, also one that is being interrupted: it only puts frames into a bounded queue. One thread of
 * ours writes to the channel and one reads from it, because a thread with its interrupt flag set would close the channel
 * by writing to it.
 */
public final class Link implements AutoCloseable {
    /** No frame is longer: a bundle of this size would kill any front end. */
    private static final int LONGEST = 512 << 20;

    private final SocketChannel channel;
    private final LinkHandler handler;
    private final Outgoing outgoing = new Outgoing();
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, PendingReply> pending = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    public Link(SocketChannel channel, LinkHandler handler) {
        this.channel = channel;
        this.handler = handler;
    }

    /** Starts to read and to write. */
    public void start() {
        daemon("himalia-link-writer", this::write);
        daemon("himalia-link-reader", this::read);
    }

    /** Says something that wants no reply; waits while the queue is full. */
    public void tell(LinkMessage message) {
        outgoing.put(new Frame(Frame.Kind.NOTICE, 0, message).encode());
    }

    /** Asks, and returns where the reply will be. */
    public PendingReply ask(LinkMessage message) {
        long id = ids.incrementAndGet();
        var reply = new PendingReply();
        pending.put(id, reply);
        outgoing.put(new Frame(Frame.Kind.REQUEST, id, message).encode());
        if (closed.get()) {
            reply.fail(new LinkException("the link is closed", false));
        }
        return reply;
    }

    @Override
    public void close() {
        end("closed");
    }

    private void write() {
        try {
            while (true) {
                var frame = outgoing.take();
                if (frame == null) {
                    return;
                }
                var buffer =
                        ByteBuffer.allocate(4 + frame.length)
                                .putInt(frame.length)
                                .put(frame)
                                .flip();
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
        } catch (IOException e) {
            end("it broke while writing: " + e.getMessage());
        } catch (RuntimeException | Error e) {
            end("it broke while writing: " + e);
        }
    }

    private void read() {
        try (var in =
                new DataInputStream(
                        new BufferedInputStream(Channels.newInputStream(channel), 1 << 16))) {
            while (true) {
                int length = in.readInt();
                if (length < 0 || length > LONGEST) {
                    throw new IOException("a frame of " + length + " bytes");
                }
                hear(Frame.decode(in.readNBytes(length)));
            }
        } catch (EOFException e) {
            end("the other end is gone");
        } catch (IOException e) {
            end("it broke while reading: " + e.getMessage());
        } catch (RuntimeException | Error e) {
            // Half a frame may be read: nothing after it can be understood.
            end("it broke while reading: " + e);
        }
    }

    private void hear(Frame frame) {
        switch (frame.kind()) {
            case NOTICE -> handler.notice(frame.message());
            case REQUEST -> handler.request(frame.message(), new Answer(frame.id()));
            case REPLY -> settle(frame.id(), frame.message(), false);
            case REFUSAL -> settle(frame.id(), frame.message(), true);
        }
    }

    private void settle(long id, LinkMessage message, boolean refused) {
        var reply = pending.remove(id);
        if (reply == null) {
            return;
        }
        if (refused) {
            reply.fail(new LinkException(message.text("why"), true));
        } else {
            reply.complete(message);
        }
    }

    private void end(String reason) {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        outgoing.close();
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone either way.
        }
        for (var reply : pending.values()) {
            reply.fail(new LinkException(reason, false));
        }
        pending.clear();
        handler.closed(reason);
    }

    private static void daemon(String name, Runnable body) {
        var thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
    }

    private final class Answer implements LinkReply {
        private final long id;
        private final AtomicBoolean sent = new AtomicBoolean();

        Answer(long id) {
            this.id = id;
        }

        @Override
        public void send(LinkMessage answer) {
            if (sent.compareAndSet(false, true)) {
                outgoing.put(new Frame(Frame.Kind.REPLY, id, answer).encode());
            }
        }

        @Override
        public void refuse(String why) {
            if (sent.compareAndSet(false, true)) {
                var message = new LinkMessage("refused", Map.of("why", why));
                outgoing.put(new Frame(Frame.Kind.REFUSAL, id, message).encode());
            }
        }
    }
}
