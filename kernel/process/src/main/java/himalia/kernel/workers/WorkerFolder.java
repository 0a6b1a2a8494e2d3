package himalia.kernel.workers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The temporary folder of one worker, which only this user can enter: the socket of its link, and whatever it writes to
 * {@code java.io.tmpdir}, such as the native libraries that a worker which is halted cannot take away. This process holds a
 * lock in it, so that {@link LeftFolders} of another one can tell whether anybody is left to delete it.
 */
final class WorkerFolder {
    static final String LOCK = "owner";

    /** How the folders of this process begin. */
    static final String OWN =
            LeftFolders.PREFIX
                    + Long.toString(ProcessHandle.current().pid(), Character.MAX_RADIX)
                    + "-"
                    + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX)
                    + "-";

    private static final int TRIES = 100;

    private final Path folder;
    private @Nullable FileChannel lock;
    private boolean deleted;

    private WorkerFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes one in the temporary folder of this process. The name is short: that of a socket may have 104 bytes. */
    static WorkerFolder make() throws IOException {
        var where = Path.of(System.getProperty("java.io.tmpdir"));
        // Nobody is kept out by the name, but by the rights; better ones take longer than all else.
        var random = ThreadLocalRandom.current();
        for (int i = 0; i < TRIES; i++) {
            var name = OWN + Integer.toString(random.nextInt(1 << 24), Character.MAX_RADIX);
            try {
                return new WorkerFolder(create(where.resolve(name)));
            } catch (FileAlreadyExistsException e) {
                // Another worker of ours has it, or somebody who guesses: the next is tried.
            }
        }
        throw new IOException(
                "no new folder can be made in " + where + "; remove those that begin with " + OWN);
    }

    private static Path create(Path path) throws IOException {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createDirectory(
                        path,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")))
                : Files.createDirectory(path);
    }

    /** Returns where the worker calls. */
    Path socket() {
        return folder.resolve("link");
    }

    /** Returns where its command line stands. */
    Path arguments() {
        return folder.resolve("arguments");
    }

    /** Returns the option that sends a JVM's temporary files here. */
    String option() {
        return "-Djava.io.tmpdir=" + folder;
    }

    /** Notes whose it is, from now until it is deleted or this process ends. */
    synchronized void holdFor(ProcessHandle worker) {
        try {
            var channel =
                    FileChannel.open(
                            folder.resolve(LOCK),
                            StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.WRITE);
            lock = channel;
            var number = Long.toString(worker.pid()).getBytes(StandardCharsets.UTF_8);
            int written = channel.write(ByteBuffer.wrap(number));
            var held = channel.tryLock();
        } catch (IOException e) {
            // A full disk, or one without locks: then no other kernel gets one, and nothing is
            // swept.
            System.getLogger("himalia.workers")
                    .log(System.Logger.Level.DEBUG, "no lock in " + folder, e);
        }
    }

    /** Deletes it where no worker has begun to use it; else that worker's end does. */
    synchronized void deleteUnlessHeld() {
        if (lock == null) {
            delete();
        }
    }

    /** Deletes it with all that is in it: nobody is left to use it. */
    synchronized void delete() {
        if (deleted) {
            return;
        }
        deleted = true;
        try {
            if (lock != null) {
                lock.close();
            }
            LeftFolders.delete(folder);
        } catch (IOException e) {
            System.getLogger("himalia.workers")
                    .log(
                            System.Logger.Level.DEBUG,
                            "not all of " + folder + " could be deleted",
                            e);
        }
    }
}
