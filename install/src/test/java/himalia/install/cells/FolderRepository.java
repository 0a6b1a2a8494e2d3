package himalia.install.cells;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/** A Maven repository in a folder, with libraries of one class each, and their sources. */
record FolderRepository(Path folder) {
    /** Compiles a class and offers it as a library. */
    void add(String coordinate, String className, String source) throws IOException {
        add(coordinate, "", className, source);
    }

    /** Offers a library whose project file has {@code more} in it, such as what it needs. */
    void add(String coordinate, String more, String className, String source) throws IOException {
        var part = coordinate.split(":");
        var place = folder.resolve(part[0].replace('.', '/')).resolve(part[1]).resolve(part[2]);
        Files.createDirectories(place);
        var name = part[1] + "-" + part[2];
        Files.writeString(
                place.resolve(name + ".pom"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>%s</project>"
                        .formatted(part[0], part[1], part[2], more));
        var file = className.replace('.', '/');
        var work = Files.createTempDirectory("library");
        var java = work.resolve(file + ".java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, source);
        int status =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                OutputStream.nullOutputStream(),
                                OutputStream.nullOutputStream(),
                                "-g",
                                "--release",
                                "17",
                                java.toString());
        if (status != 0) {
            throw new IllegalArgumentException("the source of " + className + " does not compile");
        }
        zip(place.resolve(name + ".jar"), work, List.of(file + ".class"));
        zip(place.resolve(name + "-sources.jar"), work, List.of(file + ".java"));
    }

    private static void zip(Path jar, Path root, List<String> files) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (var file : files) {
                zip.putNextEntry(new ZipEntry(file));
                Files.copy(root.resolve(file), zip);
            }
        }
    }
}
