package himalia.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes that are read of what it is around. */
final class CountedBytes extends FilterInputStream {
    private final AtomicLong bytes;

    CountedBytes(InputStream in, AtomicLong bytes) {
        super(in);
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        bytes.addAndGet(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = super.read(into, from, length);
        bytes.addAndGet(Math.max(0, count));
        return count;
    }
}
