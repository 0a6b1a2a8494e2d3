package himalia.display.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/**
 * Writes a file whole or not at all: what is there stays until the new one is complete.
 *
 * <pre>{@code
 * WholeFile.write(Path.of("notes.txt"), out -> out.write("a line\n".getBytes(StandardCharsets.UTF_8)));
 * }</pre>
 *
 * <p>Who may read and write a file stays as it was; a new one has the permissions that new files have here.
 */
public final class WholeFile {
    private WholeFile() {}

    /** What a file is to hold. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a text, as UTF-8. */
    public static void write(Path file, String text) throws IOException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes a file, or replaces it. A link stays one, and the file that it stands for is replaced. */
    public static void write(Path file, Content content) throws IOException {
        boolean there = Files.exists(file);
        var target = there ? file.toRealPath() : file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new FileSystemException(file.toString(), null, "is a folder; name a file in it");
        }
        var folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(file.toString(), null, "its folder is not there");
        }
        // Not a temporary file of the JDK's: those are for their owner alone.
        var draft = folder.resolve(".himalia-" + UUID.randomUUID() + ".part");
        try {
            try (var out =
                    Files.newOutputStream(
                            draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                if (there) {
                    keepPermissions(target, draft);
                }
                content.writeTo(out);
            }
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        var old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        var made = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        // Windows has none, and new files take the folder's rights.
        if (old != null && made != null) {
            made.setPermissions(old.readAttributes().permissions());
        }
    }
}
