package himalia.streaming;

import himalia.display.bundle.Given;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads the lines of a file that others write: those that have their end, from a place on.
 *
 * <pre>{@code
 * import java.io.RandomAccessFile;
 * var lines = new WholeLines(Path.of("orders.jsonl"), 64 * 1024);
 * try (var open = new RandomAccessFile("orders.jsonl", "r")) {
 *     byte[] next = lines.read(open, 0);     // ends behind a line feed; empty where no line has its end yet
 * }
 * }</pre>
 *
 * @param file for messages
 * @param block how many bytes are read at a time, unless one line is longer
 */
public record WholeLines(Path file, int block) {
    private static final int LONGEST = 16 * 1024 * 1024;

    public WholeLines {
        Given.given(file, "file");
        if (block < 1 || block > LONGEST) {
            throw new IllegalArgumentException(
                    "block must be from 1 to %d, got %d".formatted(LONGEST, block));
        }
    }

    /**
     * Reads the whole lines of the next block; a file that ends before that place has none.
     *
     * @param open the file; a thread that is interrupted meanwhile does not lose it
     * @throws IOException if it has a line of more than 16 MiB, or is cut meanwhile
     */
    public byte[] read(RandomAccessFile open, long position) throws IOException {
        for (int size = block; ; size *= 2) {
            var bytes = new byte[(int) Math.max(0, Math.min(size, open.length() - position))];
            open.seek(position);
            open.readFully(bytes);
            int end = lastEnd(bytes);
            if (end > 0 || bytes.length < size) {
                return Arrays.copyOf(bytes, end);
            }
            // A line longer than a block needs a larger one.
            if (size >= LONGEST) {
                throw new IOException(
                        "%s has a line of more than %d bytes, which begins at byte %d; lines that are followed are each ended by a line feed"
                                .formatted(file, LONGEST, position));
            }
        }
    }

    private static int lastEnd(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }
}
