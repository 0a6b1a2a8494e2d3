package himalia.kernel.channels;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent on one socket, in order.
 *
 * <p>Whoever puts more than the socket can send waits until there is room, so that a cell that prints without end cannot fill the heap; but never
 * longer than the patience, whatever the other side does.
 */
final class Outbox {
    private static final long MOST_BYTES = 16L << 20;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(10);

    private final ArrayDeque<List<byte[]>> queue = new ArrayDeque<>();
    private long bytes;

    synchronized void put(List<byte[]> frames, boolean mayWait) {
        if (mayWait && bytes > MOST_BYTES) {
            waitForRoom();
        }
        queue.add(frames);
        bytes += size(frames);
    }

    private void waitForRoom() {
        boolean interrupted = false;
        long end = System.nanoTime() + PATIENCE_NS;
        while (bytes > MOST_BYTES) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                break;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                // The order of messages matters more than haste; the flag is given back below.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized @Nullable List<byte[]> peek() {
        return queue.peek();
    }

    synchronized void drop() {
        var frames = queue.remove();
        boolean wasFull = bytes > MOST_BYTES;
        bytes -= size(frames);
        if (wasFull && bytes <= MOST_BYTES) {
            notifyAll();
        }
    }

    synchronized boolean isEmpty() {
        return queue.isEmpty();
    }

    /** The bytes, and what the frames themselves take in the heap. */
    static long size(List<byte[]> frames) {
        long size = 64;
        for (var frame : frames) {
            size += 16 + frame.length;
        }
        return size;
    }
}
