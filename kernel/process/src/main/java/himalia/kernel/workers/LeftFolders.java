package himalia.kernel.workers;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deletes the folders of workers whose kernel was killed and could not do it. One is taken for left only where its lock
 * is free and no process has its worker's number; locks are seen across containers that share the folder, numbers are
 * not.
 */
public final class LeftFolders {
    static final String PREFIX = "himalia-";

    private static final String NAME = PREFIX + "[0-9a-z]+-[0-9a-z]+-[0-9a-z]+";

    /** Between making a folder and holding its lock there is a moment; a worker that does not call has half a minute. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private LeftFolders() {}

    /** Looks through the temporary folder of this process. */
    public static void sweep() {
        try {
            sweep(Path.of(System.getProperty("java.io.tmpdir")), Instant.now().minus(YOUNG));
        } catch (IOException e) {
            System.getLogger("himalia.workers")
                    .log(System.Logger.Level.DEBUG, "the temporary folder cannot be read", e);
        }
    }

    /** Deletes those that nobody uses and that were begun before then. */
    static void sweep(Path where, Instant before) throws IOException {
        for (var folder : candidates(where)) {
            try {
                sweepOne(folder, before);
            } catch (IOException e) {
                // Another user's, or another kernel was faster.
                System.getLogger("himalia.workers")
                        .log(System.Logger.Level.DEBUG, folder + " is left", e);
            }
        }
    }

    private static List<Path> candidates(Path where) throws IOException {
        var found = new ArrayList<Path>();
        var me = owner(where);
        try (var entries = Files.newDirectoryStream(where, PREFIX + "*")) {
            for (var entry : entries) {
                var name = entry.getFileName().toString();
                // Closing a second channel on a file of ours would end the lock of the first.
                if (name.matches(NAME)
                        && !name.startsWith(WorkerFolder.OWN)
                        && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                        && Files.getOwner(entry, LinkOption.NOFOLLOW_LINKS).equals(me)) {
                    found.add(entry);
                }
            }
        }
        return found;
    }

    /** Names of users mean nothing in some containers; what this process makes is this user's. */
    private static UserPrincipal owner(Path where) throws IOException {
        var mine = Files.createTempFile(where, "." + PREFIX, "");
        try {
            return Files.getOwner(mine);
        } finally {
            Files.deleteIfExists(mine);
        }
    }

    private static void sweepOne(Path folder, Instant before) throws IOException {
        var owner = folder.resolve(WorkerFolder.LOCK);
        boolean held = Files.exists(owner, LinkOption.NOFOLLOW_LINKS);
        var begun = Files.getLastModifiedTime(held ? owner : folder, LinkOption.NOFOLLOW_LINKS);
        if (begun.toInstant().isAfter(before)) {
            return;
        }
        if (!held) {
            delete(folder);
            return;
        }
        var worker = Files.readString(owner).strip();
        try (var channel =
                        FileChannel.open(
                                owner, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                var lock = channel.tryLock()) {
            if (lock != null && !lives(worker)) {
                delete(folder);
            }
        } catch (OverlappingFileLockException e) {
            // This process holds it.
        }
    }

    private static boolean lives(String worker) {
        return worker.matches("[0-9]{1,18}")
                && ProcessHandle.of(Long.parseLong(worker))
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
    }

    /**
     * Deletes a folder and what is in it; links in it, not what they name.
     *
     * @throws IOException the first of what could not be deleted, after all else was
     */
    static void delete(Path folder) throws IOException {
        var failed = new ArrayList<IOException>();
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
                        return drop(file);
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException why) {
                        return drop(file);
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path each, @Nullable IOException why) {
                        return drop(each);
                    }

                    private FileVisitResult drop(Path each) {
                        try {
                            Files.deleteIfExists(each);
                        } catch (IOException e) {
                            failed.add(e);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        if (!failed.isEmpty()) {
            throw failed.get(0);
        }
    }
}
