package himalia.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sources of the whole house, for the rules that speak of files. */
public final class Sources {
    private Sources() {}

    /** Returns the folder that holds the root {@code pom.xml}. */
    public static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("CONTRIBUTING.md"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("not inside a checkout of Himalia");
            }
        }
        return folder;
    }

    /** Returns every Java file below {@code src/main}. */
    static List<Path> main() throws IOException {
        return java("/src/main/");
    }

    /** Returns every Java file. */
    static List<Path> all() throws IOException {
        return java("/src/");
    }

    /** Returns the packages of {@code src/main}, each with the folder that holds it. */
    static TreeMap<String, Path> packages() throws IOException {
        return main().stream()
                .map(file -> file.getParent())
                .distinct()
                .collect(
                        Collectors.toMap(
                                folder ->
                                        folder.toString()
                                                .replaceFirst(".*src.main.java.", "")
                                                .replace(
                                                        folder.getFileSystem().getSeparator(), "."),
                                folder -> folder,
                                (one, other) -> one,
                                TreeMap::new));
    }

    private static List<Path> java(String below) throws IOException {
        try (var files = Files.walk(root())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().replace('\\', '/').contains(below))
                    .filter(file -> !file.toString().replace('\\', '/').contains("/target/"))
                    // Examples are written as users write.
                    .filter(file -> !file.startsWith(root().resolve("docs")))
                    .sorted()
                    .toList();
        }
    }
}
