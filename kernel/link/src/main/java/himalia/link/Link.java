package himalia.link;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One end of the private link: framed, multiplexed, callable from both sides.
 *
 * <p>Any thread may speak, also one that is being interrupted: it only puts frames into a bounded queue. One thread of
 * ours writes to the channel and one reads from it, because a thread with its interrupt flag set would close the channel
 * by writing to it.
 *
 * <p>The link ends when the channel does, and for nothing else: what cannot be decoded, and what a handler fails with, is
 * the matter of one frame.
 */
public final class Link implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("himalia.link");

    private static final String UNREADABLE = "what was sent could not be read at the other end";

    /** Made beforehand: where it is wanted, there is no memory to make it. */
    private static final LinkException NO_MEMORY =
            new LinkException("there was no memory to hear it", LinkException.Reason.FULL);

    private final SocketChannel channel;
    private final LinkHandler handler;
    private final Outgoing outgoing = new Outgoing();
    private final Incoming incoming;
    private final ByteBuffer writing = ByteBuffer.allocateDirect(1 << 16);
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, PendingReply> pending = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final byte[] ownSmall = Frame.refusalForMemory();
    private final String broken = "it broke"; // Made now: a literal is made at its first use.
    private boolean toldUnreadable;

    public Link(SocketChannel channel, LinkHandler handler) {
        this.channel = channel;
        this.handler = handler;
        this.incoming = new Incoming(channel);
    }

    /** Starts to read and to write. */
    public void start() {
        new SteadyThread("himalia-link-writer", this::write).start();
        new SteadyThread("himalia-link-reader", this::read).start();
    }

    /**
     * Says something that wants no reply; waits while the queue is full.
     *
     * @throws IllegalArgumentException in words, where the link cannot carry it
     */
    public void tell(LinkMessage message) {
        outgoing.put(new Frame(Frame.NOTICE, 0, message).encode());
    }

    /** Returns what says a message that wants no reply, whenever it is run; then it needs no memory. */
    public Runnable prepared(LinkMessage message) {
        var frame = new Frame(Frame.NOTICE, 0, message).encode();
        return () -> outgoing.put(frame);
    }

    /**
     * Asks, and returns where the reply will be.
     *
     * @throws IllegalArgumentException in words, where the link cannot carry it
     */
    public PendingReply ask(LinkMessage message) {
        long id = ids.incrementAndGet();
        var frame = new Frame(Frame.REQUEST, id, message).encode();
        var reply = new PendingReply();
        pending.put(id, reply);
        outgoing.put(frame);
        if (closed.get()) {
            reply.fail(new LinkException("the link is closed", LinkException.Reason.GONE));
        }
        return reply;
    }

    /**
     * Waits until what was said so far is on its way out of this process, or the link is closed; writes it itself where
     * nobody does. For the thread alone on which the handler is called: one of the user's may be interrupted.
     */
    public void writeNow() {
        long count = outgoing.count();
        try {
            for (var frame = outgoing.takeNow(ownSmall, count);
                    frame != Outgoing.END;
                    frame = outgoing.takeNow(ownSmall, count)) {
                write(frame);
                outgoing.wrote();
            }
        } catch (IOException | RuntimeException | Error e) {
            brokeWhileWriting(e);
        }
        outgoing.awaitWritten(count);
    }

    @Override
    public void close() {
        end("closed");
    }

    private void write() {
        var small = Frame.refusalForMemory();
        try {
            while (true) {
                var frame = outgoing.take(small);
                if (frame == Outgoing.END) {
                    return;
                }
                write(frame);
                outgoing.wrote();
            }
        } catch (IOException | RuntimeException | Error e) {
            brokeWhileWriting(e);
        }
    }

    /** Half a frame may be written: nothing after it would be understood. */
    private void brokeWhileWriting(Throwable why) {
        end(why instanceof IOException ? "it broke while writing: " + why.getMessage() : broken);
    }

    /** Piece by piece through memory that was set aside: the user's code may have left none. */
    private void write(byte[] frame) throws IOException {
        writing.clear();
        writing.putInt(frame.length);
        int next = 0;
        while (next < frame.length || writing.position() > 0) {
            int length = Math.min(writing.remaining(), frame.length - next);
            writing.put(frame, next, length);
            next += length;
            writing.flip();
            channel.write(writing);
            writing.compact();
        }
    }

    private void read() {
        try {
            while (true) {
                incoming.next();
                try {
                    hear();
                } catch (OutOfMemoryError e) {
                    // Even to refuse there was none: the other end's patience has to do.
                    handler.full();
                }
            }
        } catch (EOFException e) {
            end("the other end is gone");
        } catch (IOException e) {
            end("it broke while reading: " + e.getMessage());
        } finally {
            end(broken);
        }
    }

    /** Takes in one frame; whatever goes wrong with it is answered where somebody waits for an answer. */
    private void hear() throws IOException {
        LinkMessage message;
        try {
            message = message();
        } catch (OutOfMemoryError e) {
            handler.full();
            unheard(NO_MEMORY);
            return;
        }
        if (message == null) {
            unheard(new LinkException(UNREADABLE, LinkException.Reason.REFUSED));
            return;
        }
        switch (incoming.kind()) {
            case Frame.NOTICE -> notice(message);
            case Frame.REQUEST -> request(message);
            case Frame.REPLY -> settle(message);
            default -> fail(refusal(message));
        }
    }

    /** Returns what the frame at hand says; null where it says nothing that can be understood. */
    private @Nullable LinkMessage message() throws IOException {
        var body = incoming.body();
        try {
            return Frame.message(incoming.kind(), body);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Once: what sends one such frame may send thousands.
            var level = toldUnreadable ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING;
            toldUnreadable = true;
            LOG.log(level, "a frame cannot be read: " + e);
            return null;
        }
    }

    private static LinkException refusal(LinkMessage message) {
        return new LinkException(
                message.text("why"),
                message.flag("memory") ? LinkException.Reason.FULL : LinkException.Reason.REFUSED);
    }

    private void notice(LinkMessage message) {
        try {
            handler.notice(message);
        } catch (OutOfMemoryError e) {
            handler.full();
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.WARNING, "'" + message.name() + "' failed", e);
        }
    }

    private void request(LinkMessage message) {
        long id = incoming.id();
        LinkReply answer = null;
        try {
            answer = new LinkAnswer(id, outgoing);
            handler.request(message, answer);
        } catch (OutOfMemoryError e) {
            handler.full();
            refuseForMemory(id, answer);
        } catch (RuntimeException | Error e) {
            if (answer != null) {
                answer.refuse(e.toString());
            }
        }
    }

    private void refuseForMemory(long id, @Nullable LinkReply answer) {
        if (answer == null) {
            outgoing.refuseForMemory(id);
        } else {
            answer.refuseForMemory();
        }
    }

    /** Nobody will ever hear what the frame at hand says. */
    private void unheard(LinkException why) {
        switch (incoming.kind()) {
            case Frame.REQUEST -> {
                if (why == NO_MEMORY) {
                    outgoing.refuseForMemory(incoming.id());
                } else {
                    new LinkAnswer(incoming.id(), outgoing).refuse(UNREADABLE);
                }
            }
            case Frame.REPLY, Frame.REFUSAL -> fail(why);
            default -> {
                // Nobody waits.
            }
        }
    }

    private void settle(LinkMessage message) {
        var reply = pending.remove(incoming.id());
        if (reply != null) {
            reply.complete(message);
        }
    }

    private void fail(LinkException why) {
        var reply = pending.remove(incoming.id());
        if (reply != null) {
            reply.fail(why);
        }
    }

    private void end(String reason) {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            outgoing.close();
            closeChannel();
            for (var reply : pending.values()) {
                reply.fail(new LinkException(reason, LinkException.Reason.GONE));
            }
            pending.clear();
        } finally {
            // Also where there is no memory for the rest.
            handler.closed(reason);
        }
    }

    private void closeChannel() {
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
