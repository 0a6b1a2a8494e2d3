package himalia.kernel.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is noted of a history file, in the file that locks it: a kernel that begins need not read ten thousand cells to
 * know which session it is.
 *
 * @param session the highest number of a session
 * @param entries how many there are
 * @param bytes how long the file is; where it is not, all of this is of another file
 */
record HistoryMark(long session, long entries, long bytes) {
    private static final int LONGEST = 64;
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18}) (\\d{1,18}) (\\d{1,18})\n");

    /** Reads it; nothing where nothing, or something else, is written there. */
    static Optional<HistoryMark> read(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(LONGEST);
        int count = channel.read(bytes, 0);
        var text = new String(bytes.array(), 0, Math.max(0, count), StandardCharsets.US_ASCII);
        var found = TEXT.matcher(text);
        return found.matches()
                ? Optional.of(
                        new HistoryMark(
                                Long.parseLong(found.group(1)),
                                Long.parseLong(found.group(2)),
                                Long.parseLong(found.group(3))))
                : Optional.empty();
    }

    void write(FileChannel channel) throws IOException {
        var text = session + " " + entries + " " + bytes + "\n";
        var encoded = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        long end = 0;
        while (encoded.hasRemaining()) {
            end += channel.write(encoded, end);
        }
        channel.truncate(end);
    }
}
