package himalia.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The letters with which a binary file begins, and most end: what a file with a false name, or half of one, has not.
 *
 * @param name of the format
 * @param begin what it begins with
 * @param end what it ends with, or nothing
 */
record Magic(String name, String begin, String end) {
    /** What an Arrow stream begins with, which has no letters. */
    private static final String STREAM = "\u00FF\u00FF\u00FF\u00FF";

    /** Refuses a file that is not of its format, or not whole. */
    static void check(Source source) throws IOException {
        switch (source.format()) {
            case PARQUET -> new Magic("a Parquet", "PAR1", "PAR1").check(source.file());
            case ARROW -> new Magic("an Arrow", "ARROW1", "ARROW1").check(source.file());
            case AVRO -> new Magic("an Avro", "Obj\u0001", "").check(source.file());
            case EXCEL -> new Magic("an Excel", "PK\u0003\u0004", "").check(source.file());
            case NUMPY -> new Magic("a NumPy", "\u0093NUMPY", "").check(source.file());
            default -> {
                // A text has none.
            }
        }
    }

    private void check(Path file) throws IOException {
        var called = file.getFileName();
        try (var channel = Files.newByteChannel(file)) {
            if (channel.size() == 0) {
                throw BadFile.because("%s is empty, and no file of a table".formatted(called));
            }
            if (channel.size() >= STREAM.length()
                    && at(channel, 0, STREAM.length()).equals(STREAM)) {
                throw BadFile.because(
                        "%s is an Arrow stream, not a file: write it with pyarrow.ipc.new_file, or to_feather"
                                .formatted(called));
            }
            if (!at(channel, 0, begin.length()).equals(begin)) {
                throw BadFile.because(
                        "%s is not %s file, whatever its name says: let the name end as what it is, such as .csv"
                                .formatted(called, name));
            }
            if (!at(channel, channel.size() - end.length(), end.length()).equals(end)) {
                throw BadFile.because(
                        "%s breaks off: %s file ends with %s; copy or download it again"
                                .formatted(called, name, end));
            }
        }
    }

    private static String at(SeekableByteChannel channel, long place, int length)
            throws IOException {
        channel.position(Math.max(0, place));
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // As much as there is.
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
    }
}
