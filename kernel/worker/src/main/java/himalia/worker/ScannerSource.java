package himalia.worker;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
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
        return of(stream, Charset.defaultCharset());
    }

    /** Woven in front of each {@code new Scanner(InputStream, Charset)}. */
    public static @Nullable Readable of(@Nullable InputStream stream, Charset charset) {
        return stream == null ? null : new ScannerSource(new InputStreamReader(stream, charset));
    }

    /** Woven in front of each {@code new Scanner(InputStream, String)}; a charset that nobody knows is an argument that is wrong, as there. */
    public static @Nullable Readable of(@Nullable InputStream stream, String charset) {
        return of(stream, Charset.forName(charset));
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
