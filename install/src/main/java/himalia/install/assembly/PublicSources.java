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
    private static final List<String> MODULES =
            List.of(
                    "display/bundle",
                    "display/grid",
                    "display/chart",
                    "display/widget",
                    "library",
                    "magics/spi",
                    "magics/commands",
                    "kernel/compat");

    private PublicSources() {}

    /** Writes them into one file. */
    static void write(Path project, Path zipFile) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(zipFile))) {
            for (var module : MODULES) {
                var root = project.resolve(module).resolve("src/main/java");
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
