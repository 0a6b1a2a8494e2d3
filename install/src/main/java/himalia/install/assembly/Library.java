package himalia.install.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The distribution's {@code lib} folder: every jar once, flat, and nothing else. */
final class Library {
    private final Map<String, Jar> byArtifact = new LinkedHashMap<>();

    private Library() {}

    /** Brings the folder to exactly the given jars, touching only what changed. */
    static Library fill(Path folder, List<Jar> jars) throws IOException {
        Files.createDirectories(folder);
        var library = new Library();
        for (var jar : jars) {
            var target = folder.resolve(jar.name());
            if (changed(jar.path(), target)) {
                place(jar, target);
            }
            library.byArtifact.putIfAbsent(jar.artifact(), new Jar(target));
        }
        removeOthers(folder, jars.stream().map(Jar::name).collect(Collectors.toSet()));
        return library;
    }

    /** Returns the file name of the jar of {@code artifact}. */
    String named(String artifact) {
        var jar = byArtifact.get(artifact);
        if (jar == null) {
            throw new IllegalArgumentException(
                    "no jar of '"
                            + artifact
                            + "' in install's class path; its pom.xml must need it");
        }
        return jar.name();
    }

    /** Returns the names of all jars, in the order of install's class path. */
    List<String> names() {
        return byArtifact.values().stream().map(Jar::name).toList();
    }

    List<Jar> jars(Collection<String> names) {
        return byArtifact.values().stream().filter(jar -> names.contains(jar.name())).toList();
    }

    private static boolean changed(Path source, Path target) throws IOException {
        return !Files.exists(target)
                || Files.size(source) != Files.size(target)
                || !Files.getLastModifiedTime(source).equals(Files.getLastModifiedTime(target));
    }

    /**
     * Links what a repository holds, so that hundreds of megabytes cost nothing. Our own jars are copied and moved into
     * place: Maven writes them anew in the same file, and a running kernel has the old ones open.
     */
    private static void place(Jar jar, Path target) throws IOException {
        Files.deleteIfExists(target);
        if (!jar.artifact().startsWith("himalia-")) {
            try {
                Files.createLink(target, jar.path());
                return;
            } catch (IOException | UnsupportedOperationException otherFileSystem) {
                // Then it is copied.
            }
        }
        var part = target.resolveSibling(jar.name() + ".part");
        Files.copy(
                jar.path(),
                part,
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void removeOthers(Path folder, Set<String> names) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                if (!names.contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
    }
}
