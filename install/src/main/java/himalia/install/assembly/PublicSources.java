package himalia.install.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The sources of what cells may name: inspection shows their documentation, as it does the JDK's. */
final class PublicSources {
    private PublicSources() {}

    /** Writes those of the jars that this build made into one file. */
    static void write(List<Jar> jars, Path zipFile) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(zipFile))) {
            for (var jar : jars) {
                var root = jar.path().resolve("../../src/main/java").normalize();
                if (!Files.isDirectory(root)) {
                    continue;
                }
                try (var files = Files.walk(root)) {
                    for (var file : files.filter(PublicSources::isClass).sorted().toList()) {
                        var name = root.relativize(file).toString().replace('\\', '/');
                        // The same file from the same sources.
                        zip.putNextEntry(
                                new ZipEntry(name).setLastModifiedTime(FileTime.fromMillis(0)));
                        Files.copy(file, zip);
                    }
                }
            }
        }
    }

    private static boolean isClass(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(".java") && !name.equals("package-info.java");
    }
}
