package himalia.kernel.channels;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Wakes the one thread that waits in a poller.
 *
 * <p>A thread whose interrupt flag is set closes the channel it writes to, and whoever publishes may be interrupted at any time. So the flag is
 * put aside while writing; and if an interrupt comes in between all the same, the closed end wakes the waiting thread too, which makes a new pipe.
 */
final class Wake {
    private final AtomicBoolean pending = new AtomicBoolean();
    private volatile Pipe pipe;

    Wake() throws IOException {
        pipe = open();
    }

    private static Pipe open() throws IOException {
        var pipe = Pipe.open();
        pipe.source().configureBlocking(false);
        pipe.sink().configureBlocking(false);
        return pipe;
    }

    /** Returns what the waiting thread watches; another one after {@link #clear} said so. */
    SelectableChannel source() {
        return pipe.source();
    }

    /** Wakes the waiting thread, or lets it not fall asleep; from any thread. */
    void signal() {
        if (!pending.compareAndSet(false, true)) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            pipe.sink().write(ByteBuffer.wrap(new byte[] {1}));
        } catch (IOException e) {
            // Closed by an interrupt, which wakes the thread as well.
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Takes note of the signals so far, before looking at what they were for; tells whether there is a new source to watch. */
    boolean clear() throws IOException {
        int read;
        var bytes = ByteBuffer.allocate(16);
        do {
            bytes.clear();
            read = pipe.source().read(bytes);
        } while (read > 0);
        boolean broken = read < 0;
        if (broken) {
            pipe.source().close();
            pipe = open();
        }
        pending.set(false);
        return broken;
    }

    void close() throws IOException {
        // Nobody needs to be woken any more.
        pending.set(true);
        pipe.sink().close();
        pipe.source().close();
    }
}
