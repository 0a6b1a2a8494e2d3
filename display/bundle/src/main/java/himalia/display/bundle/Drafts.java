package himalia.display.bundle;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** Files that are being written, beside those that they will be. */
final class Drafts {
    private static final String PREFIX = ".himalia-";

    /** The letters of a UUID, which stands behind that. */
    private static final int UNIQUE = 36;

    /** So many letters of a name's end are enough to tell a format by, and no name becomes too long. */
    private static final int KEPT = 32;

    /** Who writes one writes all the time; who has not for so many milliseconds is gone, wherever it was. */
    private static final long LEFT = Duration.ofMinutes(1).toMillis();

    private Drafts() {}

    /** What is done with one. */
    @FunctionalInterface
    interface Step {
        void of(Path draft) throws IOException;
    }

    /** Returns a new one's path. Not a temporary file of the JDK's: those are for their owner alone. */
    static Path of(Path target) {
        var name = target.getFileName().toString();
        return target.resolveSibling(
                "%s%s.%s"
                        .formatted(
                                PREFIX,
                                DraftWriter.newName(),
                                name.substring(Math.max(0, name.length() - KEPT))));
    }

    /** Waits until one lies on the disk, and deletes others of the same file that nobody writes any more. */
    static void settle(Path draft) throws IOException {
        if (draft.getFileSystem() == FileSystems.getDefault()) {
            // An interrupted thread does so, too: no channel is asked.
            try (var open = new RandomAccessFile(draft.toFile(), "rw")) {
                open.getFD().sync();
            }
        }
        try (var left = left(draft)) {
            for (var other : left) {
                Files.deleteIfExists(other);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // They cost nothing but room.
        }
    }

    /** By the times of the disk that they lie on. */
    private static DirectoryStream<Path> left(Path draft) throws IOException {
        long now = Files.getLastModifiedTime(draft).toMillis();
        var name = draft.getFileName().toString();
        var end = name.substring(PREFIX.length() + UNIQUE);
        return Files.newDirectoryStream(
                draft.toAbsolutePath().getParent(),
                other -> {
                    var its = other.getFileName().toString();
                    return its.startsWith(PREFIX)
                            && its.endsWith(end)
                            && its.length() == name.length()
                            && (isLeft(its)
                                    || now - Files.getLastModifiedTime(other).toMillis() > LEFT);
                });
    }

    private static boolean isLeft(String name) {
        try {
            var unique = name.substring(PREFIX.length(), PREFIX.length() + UNIQUE);
            return DraftWriter.of(UUID.fromString(unique)).isGone();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
