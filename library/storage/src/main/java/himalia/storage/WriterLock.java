package himalia.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a file for one writer, among all processes. The lock is on a file beside it: who reads the file itself and closes it
 * would take a lock on it away.
 */
final class WriterLock implements Closeable {
    /** Within one process, to close a second channel ends the lock of the first. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private static final long MOST_MARKS = 1_000_000;

    private final Path file;
    private final Path lockFile;
    private final FileChannel channel;

    private WriterLock(Path file, Path lockFile, FileChannel channel) {
        this.file = file;
        this.lockFile = lockFile;
        this.channel = channel;
    }

    static WriterLock of(Path given) throws IOException {
        var file = real(given);
        if (!HELD_HERE.add(file)) {
            throw BadFile.because(
                    "%s is open for writing in this session already; close that store first (store.close()), or go on with it"
                            .formatted(file.getFileName()));
        }
        try {
            var lockFile = file.resolveSibling("." + file.getFileName() + ".lock");
            return new WriterLock(file, lockFile, locked(file, lockFile));
        } catch (IOException | RuntimeException | Error e) {
            HELD_HERE.remove(file);
            throw e;
        }
    }

    /** A file that is to be made is locked before it is there. */
    private static Path real(Path given) throws IOException {
        if (Files.exists(given)) {
            return given.toRealPath();
        }
        var folder = Objects.requireNonNull(given.toAbsolutePath().getParent());
        return folder.toRealPath().resolve(given.getFileName());
    }

    private static FileChannel locked(Path file, Path lockFile) throws IOException {
        while (true) {
            var channel =
                    FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() == null) {
                    throw BadFile.because(
                            "%s is being written by another process; a second writer would destroy its rows. Close the store there, or read the file with Storage.read"
                                    .formatted(file.getFileName()));
                }
                // Who held it before may have deleted the name; then the lock is on a file that
                // nobody else sees.
                if (isStill(lockFile, channel)) {
                    return channel;
                }
                channel.close();
            } catch (IOException | RuntimeException | Error e) {
                channel.close();
                throw e;
            }
        }
    }

    /** Told by a length that nobody else would give it: to open the name once more and close it would end the lock. */
    private static boolean isStill(Path lockFile, FileChannel channel) throws IOException {
        long mark = 1 + Math.floorMod(System.nanoTime(), MOST_MARKS);
        channel.write(ByteBuffer.allocate(1), mark - 1);
        try {
            return Files.exists(lockFile) && Files.size(lockFile) == mark;
        } catch (NoSuchFileException e) {
            return false;
        } finally {
            channel.truncate(0);
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(lockFile);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
