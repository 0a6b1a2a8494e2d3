package himalia.storage;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedWriter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Text files that are packed with gzip or Zstandard, which the ending of their names says. */
enum Packing {
    NONE(""),
    GZIP(".gz", 0x1f, 0x8b),
    ZSTD(".zst", 0x28, 0xb5, 0x2f, 0xfd);

    /** No text of a table is packed into less than a part of so many, unless all its rows are the same. */
    private static final long MOST_TIMES = 500;

    /** So many bytes do no harm, however few they come from. */
    private static final long HARMLESS = 64L << 20;

    private final String ending;
    private final int[] begin;

    Packing(String ending, int... begin) {
        this.ending = ending;
        this.begin = begin;
    }

    static Packing of(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(GZIP.ending) ? GZIP : name.endsWith(ZSTD.ending) ? ZSTD : NONE;
    }

    /** Returns a name without the ending that says how it is packed. */
    static String unpacked(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - of(file).ending.length());
    }

    /** Opens the text in a file. */
    static InputStream opened(Path file) throws IOException {
        return opened(file, new AtomicLong());
    }

    /** Opens it, and counts how many bytes of the file have been read. */
    static InputStream opened(Path file, AtomicLong read) throws IOException {
        of(file).check(file);
        var in = new CountedBytes(Files.newInputStream(file), read);
        try {
            return switch (of(file)) {
                case NONE -> in;
                case GZIP -> new Bounded(new GZIPInputStream(in, 1 << 16), file);
                case ZSTD -> new Bounded(new ZstdInputStream(in), file);
            };
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private void check(Path file) throws IOException {
        if (this == NONE) {
            return;
        }
        try (var in = Files.newInputStream(file)) {
            for (int wanted : begin) {
                int next = in.read();
                // A file that ends here is one that breaks off, and told as such.
                if (next >= 0 && next != wanted) {
                    throw BadFile.because(
                            "%s is not packed, whatever its name says: take the last ending off its name"
                                    .formatted(file.getFileName()));
                }
            }
        }
    }

    /** Opens a file to write text to; what is no text, as half a pair of characters, is refused. */
    static Writer written(Path file) throws IOException {
        var out = Files.newOutputStream(file);
        try {
            return new BufferedWriter(
                    new OutputStreamWriter(packed(out, file), StandardCharsets.UTF_8.newEncoder()));
        } catch (IOException e) {
            out.close();
            throw e;
        }
    }

    private static OutputStream packed(OutputStream out, Path file) throws IOException {
        return switch (of(file)) {
            case NONE -> out;
            case GZIP -> new GZIPOutputStream(out, 1 << 16);
            case ZSTD -> new ZstdOutputStream(out);
        };
    }

    /** Stops where a small file becomes a very large one: that is made to fill a memory. */
    private static final class Bounded extends FilterInputStream {
        private final Path file;
        private final long most;
        private long passed;

        Bounded(InputStream in, Path file) throws IOException {
            super(in);
            this.file = file;
            this.most = Math.max(HARMLESS, MOST_TIMES * Files.size(file));
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws IOException {
            passed += read;
            if (passed > most) {
                throw BadFile.because(
                        "%s holds more than %,d bytes in %,d, which no table does that means well; unpack it, if you know what it is"
                                .formatted(file.getFileName(), most, Files.size(file)));
            }
        }
    }
}
