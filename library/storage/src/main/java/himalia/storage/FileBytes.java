package himalia.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Some bytes of a file. */
final class FileBytes extends InputStream {
    private final FileChannel channel;
    private final long to;
    private long at;

    private FileBytes(FileChannel channel, long from, long to) {
        this.channel = channel;
        this.at = from;
        this.to = to;
    }

    static FileBytes of(Path file, long from, long to) throws IOException {
        return new FileBytes(FileChannel.open(file), from, to);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int some = (int) Math.min(length, to - at);
        if (some <= 0) {
            return length == 0 ? 0 : -1;
        }
        int read = QuickBlocks.read(channel, bytes, offset, at, some);
        at += read;
        return read == 0 ? -1 : read;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
