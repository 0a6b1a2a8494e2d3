package himalia.worker;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.CharBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code Scanner} that a cell makes reads. Where an interrupt ends the reading, the scanner's buffer is set back, so
 * that the next cell reads on: a scanner does that for an {@code IOException} alone, and after all else takes what nobody
 * wrote for input.
 */
public final class ScannerSource implements Readable, Closeable {
    private final Reader reader;

    private ScannerSource(Reader reader) {
        this.reader = reader;
    }

    /** Woven in front of each {@code new Scanner(InputStream)}. */
    public static @Nullable Readable of(@Nullable InputStream stream) {
        return stream == null ? null : new ScannerSource(new InputStreamReader(stream));
    }

    @Override
    public int read(CharBuffer buffer) throws IOException {
        int filled = buffer.position();
        try {
            return reader.read(buffer);
        } catch (RuntimeException | Error e) {
            buffer.limit(filled).position(0);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
