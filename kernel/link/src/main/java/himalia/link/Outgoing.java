package himalia.link;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Frames on their way out, bounded in bytes; who puts waits on a monitor and never touches the channel. */
final class Outgoing {
    private static final long MOST = 16 << 20;

    private final Deque<byte[]> frames = new ArrayDeque<>();
    private long bytes;
    private boolean closed;

    synchronized void put(byte[] frame) {
        boolean interrupted = false;
        while (bytes > 0 && bytes + frame.length > MOST && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                // The frame must not be lost; the flag is given back below.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (closed) {
            return;
        }
        frames.add(frame);
        bytes += frame.length;
        notifyAll();
    }

    synchronized byte @Nullable [] take() {
        while (frames.isEmpty() && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                return null;
            }
        }
        var frame = frames.poll();
        if (frame != null) {
            bytes -= frame.length;
            notifyAll();
        }
        return frame;
    }

    synchronized void close() {
        closed = true;
        frames.clear();
        notifyAll();
    }
}
