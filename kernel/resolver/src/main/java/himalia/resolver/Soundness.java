package himalia.resolver;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.eclipse.aether.resolution.ArtifactResult;

/**
 * Refuses files that are not what their names say, such as the page of a login form. What came just now is taken out of
 * the local repository again, so that the next try, and Maven itself, are not deceived by it.
 */
final class Soundness {
    private static final int BEGINNING = 60;

    private Soundness() {}

    /** Refuses jars that cannot be opened, and project files that came just now and are none. */
    static void check(List<ArtifactResult> results, Transfers transfers) {
        for (var pom : transfers.fresh()) {
            if (pom.getName().endsWith(".pom") && !isProject(pom)) {
                throw refused(pom, "project file", transfers);
            }
        }
        for (var result : results) {
            var artifact = result.getArtifact();
            if (artifact != null
                    && artifact.getFile() != null
                    && artifact.getExtension().equals("jar")
                    && !opens(artifact.getFile())) {
                throw refused(artifact.getFile(), "jar", transfers);
            }
        }
    }

    private static boolean opens(File jar) {
        try (var zip = new ZipFile(jar)) {
            return zip.size() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Maven forgives mistakes in a project file, and so do we; but it must be one. */
    private static boolean isProject(File pom) {
        try {
            var text = Files.readString(pom.toPath(), StandardCharsets.ISO_8859_1);
            return text.contains("<project");
        } catch (IOException e) {
            return false;
        }
    }

    private static IllegalArgumentException refused(File file, String kind, Transfers transfers) {
        var from = transfers.origin(file);
        var what =
                file.getName()
                        + " is no "
                        + kind
                        + " but "
                        + beginning(file.toPath())
                        + from.map(id -> "; that is what repository '" + id + "' sent").orElse("");
        if (from.isEmpty()) {
            return new IllegalArgumentException(what + ". Delete " + file + " and try again");
        }
        forget(file.toPath());
        return new IllegalArgumentException(
                what + ". It was deleted again: try once more, or ask who runs the repository");
    }

    private static void forget(Path file) {
        try (var files = Files.list(file.getParent())) {
            var name = file.getFileName().toString();
            for (var each : files.toList()) {
                // Itself and its checksums.
                if (each.getFileName().toString().startsWith(name)) {
                    Files.deleteIfExists(each);
                }
            }
        } catch (IOException e) {
            // Then it stays, and the next try names it.
        }
    }

    private static String beginning(Path file) {
        try (var in = Files.newInputStream(file)) {
            var text = new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
            long size = Files.size(file);
            if (text.startsWith("PK")) {
                return "a part of one (" + size + " bytes)";
            }
            var shown = text.replaceAll("[^\\x21-\\x7e]+", " ").strip();
            return "'" + shown + (size > BEGINNING ? "…'" : "'");
        } catch (IOException e) {
            return "what cannot be read";
        }
    }
}
