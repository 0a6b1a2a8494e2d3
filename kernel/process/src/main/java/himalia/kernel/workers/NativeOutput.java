package himalia.kernel.workers;

import himalia.link.StreamMark;
import himalia.link.Utf8Reader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * What native code and child processes of the worker write to its standard streams. The worker writes a mark after each
 * invocation; when it has been read, so has all that was written before it.
 */
final class NativeOutput {
    /** In milliseconds. */
    private static final long PATIENCE = 200;

    /** The same for the last words of a process that has ended, which nothing follows; children that it left may hold the pipe. */
    private static final long LAST_PATIENCE = 3000;

    private final String name;
    private final Sink sink;
    private final Utf8Reader reader = new Utf8Reader();
    private byte[] held = new byte[0];
    private long seen = -1;
    private boolean ended;

    private NativeOutput(String name, Sink sink) {
        this.name = name;
        this.sink = sink;
    }

    /** Takes text of a stream. */
    interface Sink {
        void stream(String name, String text);
    }

    static NativeOutput read(String name, InputStream source, Sink sink) {
        var output = new NativeOutput(name, sink);
        var thread = new Thread(() -> output.pump(source), "himalia-native-" + name);
        thread.setDaemon(true);
        thread.start();
        return output;
    }

    /** Waits, not for long, until the mark has been read. */
    void await(long mark) {
        await(mark, PATIENCE);
    }

    private synchronized void await(long mark, long patience) {
        long end = System.nanoTime() + patience * 1_000_000;
        try {
            while (seen < mark && !ended && System.nanoTime() < end) {
                wait(patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits, not for long, until all has been read that an ended process wrote. */
    void awaitEnd() {
        await(Long.MAX_VALUE, LAST_PATIENCE);
    }

    private void pump(InputStream source) {
        try (source) {
            var buffer = new byte[8192];
            for (int count = source.read(buffer); count >= 0; count = source.read(buffer)) {
                take(buffer, count);
            }
        } catch (IOException e) {
            // The pipe is closed.
        }
        synchronized (this) {
            ended = true;
            notifyAll();
        }
    }

    private void take(byte[] buffer, int count) {
        var bytes = Arrays.copyOf(held, held.length + count);
        System.arraycopy(buffer, 0, bytes, held.length, count);
        int at = 0;
        while (true) {
            int mark = StreamMark.find(bytes, at, bytes.length);
            deliver(bytes, at, mark);
            at = mark;
            if (bytes.length - at < StreamMark.LENGTH) {
                break;
            }
            long number = StreamMark.number(bytes, at);
            if (number < 0) {
                deliver(bytes, at, at + 1);
                at++;
            } else {
                note(number);
                at += StreamMark.LENGTH;
            }
        }
        held = Arrays.copyOfRange(bytes, at, bytes.length);
    }

    private synchronized void note(long number) {
        seen = Math.max(seen, number);
        notifyAll();
    }

    private void deliver(byte[] bytes, int from, int to) {
        if (from == to) {
            return;
        }
        var text = reader.decode(bytes, from, to - from);
        if (text.length() > 0) {
            sink.stream(name, text.toString());
        }
    }
}
