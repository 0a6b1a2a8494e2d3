package himalia.kernel.classpath;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** Texts in jars, and in folders of classes. */
public final class JarText {
    private JarText() {}

    /** Returns the text of a file in a jar or a folder; empty where there is none, or nothing that can be read. */
    public static String of(String place, String file) {
        var path = Path.of(place);
        try {
            if (Files.isDirectory(path)) {
                var inside = path.resolve(file);
                return Files.exists(inside) ? Files.readString(inside) : "";
            }
            try (var jar = new ZipFile(path.toFile())) {
                var entry = jar.getEntry(file);
                return entry == null
                        ? ""
                        : new String(
                                jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            // What is no jar has nothing to say; who needs its classes is told.
            return "";
        }
    }
}
