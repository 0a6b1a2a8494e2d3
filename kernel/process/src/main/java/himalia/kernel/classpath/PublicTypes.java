package himalia.kernel.classpath;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/** Whether everybody may name a type, as its class file says: an index of names does not know. */
final class PublicTypes {
    private PublicTypes() {}

    /** Returns whether the JDK has a type and lets everybody name it. */
    static boolean ofJdk(String name) {
        try (var jdk = ClassLoader.getPlatformClassLoader().getResourceAsStream(file(name))) {
            return jdk != null && isPublic(jdk);
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns whether a type is public in the first of these jars and folders that has it. */
    static boolean in(List<String> places, String name) {
        try {
            for (var place : places) {
                var known = in(Path.of(place), file(name));
                if (known != null) {
                    return known;
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            // What cannot be read is nothing to offer.
        }
        return false;
    }

    private static String file(String name) {
        return name.replace('.', '/') + ".class";
    }

    private static @Nullable Boolean in(Path place, String file) throws IOException {
        if (Files.isDirectory(place)) {
            var found = place.resolve(file);
            if (!Files.isRegularFile(found)) {
                return null;
            }
            try (var bytes = Files.newInputStream(found)) {
                return isPublic(bytes);
            }
        }
        if (!Files.isRegularFile(place)) {
            return null;
        }
        try (var zip = new ZipFile(place.toFile())) {
            var entry = zip.getEntry(file);
            if (entry == null) {
                return null;
            }
            try (var bytes = zip.getInputStream(entry)) {
                return isPublic(bytes);
            }
        }
    }

    private static boolean isPublic(InputStream bytes) throws IOException {
        return (new ClassReader(bytes).getAccess() & Opcodes.ACC_PUBLIC) != 0;
    }
}
