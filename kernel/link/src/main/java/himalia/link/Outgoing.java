package himalia.link;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Frames on their way out, bounded in bytes; who puts waits on a monitor and never touches the channel. Refusals for
 * want of memory have a place that was made beforehand.
 */
final class Outgoing {
    private static final long MOST = 16 << 20;

    /** What {@link #take} returns at the end. */
    static final byte[] END = {};

    private final Deque<byte[]> frames = new ArrayDeque<>(256);
    private final byte[][] refusals = new byte[64][];
    private int refused;
    private long bytes;

    /** How many frames were ever put, and how many of them written. */
    private long put;

    private long written;
    private boolean closed;

    /** Whether somebody writes the frame that was taken last. */
    private boolean taken;

    Outgoing() {
        for (int i = 0; i < refusals.length; i++) {
            refusals[i] = Frame.refusalForMemory();
        }
    }

    synchronized void put(byte[] frame) {
        boolean interrupted = false;
        while (bytes > 0 && bytes + frame.length > MOST && !closed) {
            // The frame must not be lost; the flag is given back below.
            interrupted |= isInterruptedWaiting();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (closed) {
            return;
        }
        frames.add(frame);
        put++;
        bytes += frame.length;
        notifyAll();
    }

    /** Refuses request {@code id} for want of memory; beyond sixty-four that wait, the other end's patience has to do. */
    synchronized void refuseForMemory(long id) {
        if (refused < refusals.length) {
            put++;
            Frame.address(refusals[refused], id);
            refused++;
            notifyAll();
        }
    }

    /** Waits for the next frame, and copies a refusal, whose place is used again, into {@code small}. */
    synchronized byte[] take(byte[] small) {
        while ((taken || frames.isEmpty() && refused == 0) && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                return END;
            }
        }
        return closed ? END : next(small);
    }

    /** Returns how many frames were ever put. */
    synchronized long count() {
        return put;
    }

    /** Takes the next frame as {@link #take} does; {@link #END} where the first {@code count} are written, or somebody writes. */
    synchronized byte[] takeNow(byte[] small, long count) {
        return taken || written >= count || closed ? END : next(small);
    }

    private synchronized byte[] next(byte[] small) {
        taken = true;
        var frame = frames.poll();
        if (frame != null) {
            bytes -= frame.length;
            notifyAll();
            return frame;
        }
        refused--;
        System.arraycopy(refusals[refused], 0, small, 0, small.length);
        return small;
    }

    /** Notes that the frame taken last has been written. */
    synchronized void wrote() {
        written++;
        taken = false;
        notifyAll();
    }

    /** Waits until the first {@code count} frames are written. */
    synchronized void awaitWritten(long count) {
        boolean interrupted = false;
        while (written < count && !closed) {
            interrupted |= isInterruptedWaiting();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for a change; returns whether that was interrupted. Needs no memory, as little as what calls it. */
    private synchronized boolean isInterruptedWaiting() {
        try {
            wait();
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    synchronized void close() {
        closed = true;
        frames.clear();
        notifyAll();
    }
}
