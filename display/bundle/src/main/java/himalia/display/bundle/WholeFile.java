package himalia.display.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file whole or not at all: what is there stays until the new one is complete.
 *
 * <pre>{@code
 * WholeFile.write(Path.of("notes.txt"), out -> out.write("a line\n".getBytes(StandardCharsets.UTF_8)));
 * }</pre>
 *
 * <p>{@link #writeSynced} is for what a machine that loses its power must not lose, such as a checkpoint.
 *
 * <p>Who may read and write a file stays as it was; a new one has the permissions that new files have here. What is
 * read-only, or no file, is refused; to a stream such as {@code /dev/stdout} the content goes straight.
 */
public final class WholeFile {
    /** As Linux follows. */
    private static final int MOST_LINKS = 40;

    private static final int KIND_OF_FILE = 0xf000;

    private static final int DISK = 0x6000;

    /** What a process has open, by whatever name; a file there is one that is being written. */
    private static final Pattern OPEN =
            Pattern.compile("/dev/(fd/[^/]+|std(in|out|err))|/proc/[^/]+(/task/[^/]+)?/fd/[^/]+");

    private static final Set<PosixFilePermission> WRITE =
            Set.of(
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_WRITE);

    private static final String NO_FOLDER = "its folder is not there";

    private WholeFile() {}

    /** What a file is to hold. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** What makes a file at a path. */
    @FunctionalInterface
    public interface Writer<T> {
        T write(Path draft) throws IOException;
    }

    /** Writes a text, as UTF-8. */
    public static void write(Path file, String text) throws IOException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes a file, or replaces it. A link stays one, and the file that it stands for is written. */
    public static void write(Path file, Content content) throws IOException {
        write(file, content, draft -> {});
    }

    /** The same, on the disk before it has its name; drafts of the same file are deleted that a process left which was killed as it wrote them. */
    public static void writeSynced(Path file, Content content) throws IOException {
        write(file, content, Drafts::settle);
    }

    private static void write(Path file, Content content, Drafts.Step last) throws IOException {
        if (isStream(file)) {
            try (var out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
                content.writeTo(out);
            }
            return;
        }
        replace(
                file,
                draft -> {
                    try (var out =
                            Files.newOutputStream(
                                    draft,
                                    StandardOpenOption.CREATE_NEW,
                                    StandardOpenOption.WRITE)) {
                        // Before there is anything to read in it.
                        keepPermissions(target(file), draft);
                        content.writeTo(out);
                    }
                    last.of(draft);
                    return draft;
                });
    }

    /**
     * Writes a file, or replaces it, by something that writes to a path.
     *
     * @param writer writes the file that it is given, which is not there yet and whose name ends as that of {@code file}
     */
    public static <T> T replace(Path file, Writer<T> writer) throws IOException {
        var target = target(file);
        check(file, target);
        var draft = Drafts.of(target);
        try {
            var result = writer.write(draft);
            keepPermissions(target, draft);
            // Other moves delete what is there first, and may be cut off then.
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            return result;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Makes the folder that a file is to be in, and those above, where it is not there. */
    public static void makeFolder(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            checkFolder(file, folder);
            try {
                Files.createDirectories(folder);
            } catch (NoSuchFileException e) {
                // Not every folder takes others, such as /proc.
                var told = new NoSuchFileException(e.getFile(), null, NO_FOLDER);
                told.initCause(e);
                throw told;
            }
        }
    }

    /** What goes to /dev/null or /dev/stdout is gone or read as it comes: there is nothing to replace. */
    private static boolean isStream(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        var at = inRealFolder(file);
        while (!OPEN.matcher(at.toString()).matches()) {
            if (!Files.isSymbolicLink(at)) {
                return at.startsWith("/dev")
                        && Files.readAttributes(at, BasicFileAttributes.class).isOther()
                        && ((int) Files.getAttribute(at, "unix:mode") & KIND_OF_FILE) != DISK;
            }
            at = inRealFolder(at.resolveSibling(Files.readSymbolicLink(at)));
        }
        return true;
    }

    /** Follows the links on the way to a file, and not the file itself where it is one. */
    private static Path inRealFolder(Path file) throws IOException {
        var whole = file.toAbsolutePath();
        var folder = whole.getParent();
        return folder == null || whole.endsWith("..") || whole.endsWith(".")
                ? whole.toRealPath()
                : folder.toRealPath().resolve(whole.getFileName());
    }

    /** Follows links, also to a file that is not there yet. */
    private static Path target(Path file) throws IOException {
        if (Files.exists(file)) {
            return file.toRealPath();
        }
        var target = file.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(file.toString());
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static void check(Path file, Path target) throws IOException {
        var name = file.toString();
        if (Files.isDirectory(target)) {
            throw new FileSystemException(name, null, "is a folder; name a file in it");
        }
        if (isStream(file) || Files.exists(target) && !Files.isRegularFile(target)) {
            throw new FileSystemException(
                    name, null, "is a device or a pipe, and no file; name a file");
        }
        if (Files.exists(target) && isReadOnly(target)) {
            throw new AccessDeniedException(
                    name, null, "is read-only; let it be written, or name another file");
        }
        var folder = target.getParent();
        checkFolder(file, folder);
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(name, null, NO_FOLDER);
        }
    }

    /** Refuses a folder that is none, or that may not be written or made. */
    private static void checkFolder(Path file, @Nullable Path folder) throws IOException {
        var there = folder;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (there == null) {
            throw new NoSuchFileException(file.toString(), null, NO_FOLDER);
        }
        if (!Files.isDirectory(there)) {
            throw new FileSystemException(
                    file.toString(), null, there + " is a file, and no folder; name another one");
        }
        if (!Files.isWritable(there)) {
            throw new AccessDeniedException(
                    file.toString(), null, there + " may not be written; name another folder");
        }
    }

    /** The superuser may write everything; what is marked as read-only is spared all the same. */
    private static boolean isReadOnly(Path target) throws IOException {
        var posix = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        return !Files.isWritable(target)
                || posix != null
                        && Collections.disjoint(posix.readAttributes().permissions(), WRITE);
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        var old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        var made = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        // Windows has none, and new files take the folder's rights.
        if (old != null && made != null) {
            made.setPermissions(old.readAttributes().permissions());
        }
    }
}
