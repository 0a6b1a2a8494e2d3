package himalia.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The records of a module, so that a test sees a new one by itself. */
public final class OurRecords {
    private OurRecords() {}

    /** Returns the public records that implement a type, among the classes that were compiled with one of them. */
    public static List<Class<?>> implementing(Class<?> type, Class<?> near) {
        try {
            var classes = Path.of(near.getProtectionDomain().getCodeSource().getLocation().toURI());
            var room = classes.resolve(near.getPackageName().replace('.', '/'));
            try (var files = Files.list(room)) {
                return files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".class"))
                        .<Class<?>>map(name -> named(near, name.replaceFirst("\\.class$", "")))
                        .filter(found -> found.isRecord() && type.isAssignableFrom(found))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> named(Class<?> near, String name) {
        try {
            return Class.forName(near.getPackageName() + "." + name, false, near.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
