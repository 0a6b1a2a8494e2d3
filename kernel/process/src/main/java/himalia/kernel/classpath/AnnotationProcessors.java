package himalia.kernel.classpath;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipFile;

/**
 * Jars whose annotations make code while javac runs, as Lombok's do. Cells are compiled without processors: a class of a
 * cell is nested in the cell's own, and what a processor writes for it would bear names that nobody wrote.
 */
public final class AnnotationProcessors {
    private static final String SERVICES =
            "META-INF/services/javax.annotation.processing.Processor";

    private AnnotationProcessors() {}

    /** Returns a line for the user where a jar or a folder has processors. */
    public static Optional<String> notice(String jar) {
        return namedIn(jar)
                ? Optional.of(
                        Path.of(jar).getFileName()
                                + " has annotation processors, and cells are compiled without any: what its annotations"
                                + " make in a project (getters, builders, implementations) is not made here. Write it in the"
                                + " cell (a record has its getters), or compile the classes in a project and add them with"
                                + " %classpath target/classes.")
                : Optional.empty();
    }

    private static boolean namedIn(String jar) {
        try {
            if (Files.isDirectory(Path.of(jar))) {
                return Files.exists(Path.of(jar).resolve(SERVICES));
            }
            try (var zip = new ZipFile(jar)) {
                var entry = zip.getEntry(SERVICES);
                if (entry == null) {
                    return false;
                }
                try (var lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        zip.getInputStream(entry), StandardCharsets.UTF_8))) {
                    return lines.lines().map(String::strip).anyMatch(AnnotationProcessors::isName);
                }
            }
        } catch (IOException e) {
            // What cannot be read has no processors that could run.
            return false;
        }
    }

    private static boolean isName(String line) {
        return !line.isEmpty() && line.charAt(0) != '#';
    }
}
