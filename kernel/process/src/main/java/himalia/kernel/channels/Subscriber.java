package himalia.kernel.channels;

import himalia.kernel.channels.Broadcast.LossNotice;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import zmq.Msg;
import zmq.pipe.Pipe;

/**
 * What one subscriber has not read. A pipe of JeroMQ knows how many messages it has taken; how many the other end has read
 * is told to it only now and then, and is read there.
 */
final class Subscriber {
    /** In messages, as every socket's. */
    static final int MOST_MESSAGES = 1_000;

    /** The bound of a pipe that is full, whatever waits. */
    private static final int NOTHING = 1;

    /** The bound of a pipe that is never full: it is counted here. */
    private static final int ANYTHING = 0;

    private static final VarHandle PEER = Subscribers.field(Pipe.class, "peer", Pipe.class);
    private static final VarHandle WRITTEN =
            Subscribers.field(Pipe.class, "msgsWritten", long.class);
    private static final VarHandle READ = Subscribers.field(Pipe.class, "msgsRead", long.class);
    private static final MethodHandle ACTIVATE = activate();

    private final Pipe pipe;
    private final Pipe peer;
    private final Deque<Long> unread = new ArrayDeque<>();
    private long bytes;
    private long written;
    private long read;
    private boolean cut;
    private int missed;
    private List<byte[]> lastMissed = List.of();

    Subscriber(Pipe pipe) {
        this.pipe = pipe;
        peer = (Pipe) PEER.get(pipe);
        written = (long) WRITTEN.get(pipe);
    }

    private static MethodHandle activate() {
        try {
            return MethodHandles.privateLookupIn(Pipe.class, MethodHandles.lookup())
                    .findVirtual(
                            Pipe.class,
                            "processActivateWrite",
                            MethodType.methodType(void.class, long.class));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("this JeroMQ has no Pipe.processActivateWrite", e);
        }
    }

    /** Finds out what it has read meanwhile. */
    void look() {
        read = (long) READ.getOpaque(peer);
        while (unread.size() > Math.max(0, written - read)) {
            bytes -= unread.remove();
        }
    }

    /** Returns whether it takes a message now, or has been waited for long enough already. */
    boolean takes(long size, long mostBytes) {
        return cut || hasRoom(size, mostBytes);
    }

    private boolean hasRoom(long size, long mostBytes) {
        return bytes == 0 || bytes + size <= mostBytes && written - read < MOST_MESSAGES;
    }

    /** Lets it hear all again where it has read nearly all, after a word on what it has missed. */
    void join(long fewBytes, LossNotice notice) {
        if (cut && bytes <= fewBytes && written - read < MOST_MESSAGES / 2) {
            cut = false;
            open();
            if (missed > 0) {
                tell(notice.frames(missed, lastMissed));
            }
            missed = 0;
            lastMissed = List.of();
        }
    }

    private void tell(List<byte[]> frames) {
        for (int i = 0; i < frames.size(); i++) {
            var part = new Msg(frames.get(i));
            if (i < frames.size() - 1) {
                part.setFlags(Msg.MORE);
            }
            if (!pipe.write(part)) {
                // It is going away.
                return;
            }
        }
        pipe.flush();
        count(Outbox.size(frames), frames);
    }

    /** Opens or shuts the pipe for the message that comes next; one that has no room is cut off, until it has read. */
    void prepare(long size, long mostBytes, long mostWhereCut) {
        cut |= !hasRoom(size, mostBytes);
        boolean spared = bytes + size <= mostWhereCut && written - read < 2 * MOST_MESSAGES;
        if (cut && !spared) {
            pipe.setHwms(MOST_MESSAGES, NOTHING);
        } else {
            open();
        }
    }

    private void open() {
        pipe.setHwms(MOST_MESSAGES, ANYTHING);
        try {
            // As if the peer had just told it: where nothing is shut, this does nothing.
            ACTIVATE.invokeExact(pipe, read);
        } catch (Error | RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new LinkageError("Pipe.processActivateWrite", e);
        }
    }

    /** Notes whether the message went to it. */
    void count(long size, List<byte[]> frames) {
        long now = (long) WRITTEN.get(pipe);
        if (now > written) {
            written = now;
            unread.add(size);
            bytes += size;
        } else if (cut) {
            missed++;
            lastMissed = frames;
        }
    }
}
