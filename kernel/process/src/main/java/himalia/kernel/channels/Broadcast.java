package himalia.kernel.channels;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.zeromq.ZMQ;

/**
 * Sends to all subscribers, and bounds what each has not read in bytes: JeroMQ counts messages, and a thousand pictures
 * are more than the heap. One that does not read is waited for, and then goes without what can be done without; what says how a cell ended
 * still reaches it, and once it reads again it is told what it has missed. The others lose nothing.
 */
final class Broadcast implements FrameSender {
    /** Unread by one subscriber; a large message is sent to who has read all. */
    static final long MOST_BYTES = Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 8);

    /** Beyond the bound, for what tells a cell's end. */
    private static final long LAST_BYTES = MOST_BYTES / 4;

    /** Less than this cannot be too much, so that nothing is counted in a short session. */
    private static final long FREE_BYTES = Math.min(8L << 20, MOST_BYTES / 4);

    private static final Set<String> INDISPENSABLE =
            Set.of(
                    "status",
                    "execute_input",
                    "execute_result",
                    "error",
                    "comm_close",
                    "iopub_welcome",
                    "shutdown_reply");

    private final LossNotice notice;
    private long sent;
    private Subscribers subscribers = Subscribers.UNKNOWN;

    Broadcast(LossNotice notice) {
        this.notice = notice;
    }

    /** Writes what is said to a subscriber that has missed messages. */
    interface LossNotice {
        /** Returns the frames that tell it; {@code last} are those of the last message it has missed. */
        List<byte[]> frames(int count, List<byte[]> last);
    }

    @Override
    public boolean send(ZMQ.Socket socket, List<byte[]> frames, boolean mayLose) {
        long size = Outbox.size(frames);
        if (subscribers == Subscribers.UNKNOWN) {
            if (sent <= FREE_BYTES && !mayLose) {
                boolean taken = FrameSender.write(socket, frames);
                sent += taken ? size : 0;
                return taken;
            }
            subscribers = Subscribers.of(socket);
            // From here on it is decided here who loses what.
            socket.setXpubNoDrop(false);
        }
        subscribers.look();
        subscribers.each(each -> each.join(MOST_BYTES / 4, notice));
        if (!mayLose && !subscribers.all(each -> each.takes(size, MOST_BYTES))) {
            return false;
        }
        long most = indispensable(frames) ? MOST_BYTES + LAST_BYTES : 0;
        subscribers.each(each -> each.prepare(size, MOST_BYTES, most));
        boolean written = FrameSender.write(socket, frames);
        subscribers.each(each -> each.count(size, frames));
        return written;
    }

    private static boolean indispensable(List<byte[]> frames) {
        var topic = new String(frames.get(0), StandardCharsets.UTF_8);
        return INDISPENSABLE.contains(topic.substring(topic.lastIndexOf('.') + 1));
    }
}
