package himalia.install.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The distribution's {@code lib} folder: every jar once, flat, and nothing else. */
final class Library {
    /** By {@link Jar#key}: two groups may have an artifact of one name. */
    private final Map<String, Jar> byKey = new LinkedHashMap<>();

    private Library() {}

    /** Brings the folder to exactly the given jars, touching only what changed. */
    static Library fill(Path folder, List<Jar> jars) throws IOException {
        Files.createDirectories(folder);
        var library = new Library();
        var names = new HashSet<String>();
        for (var jar : jars) {
            if (library.byKey.containsKey(jar.key())) {
                continue;
            }
            var name =
                    names.add(jar.name()) ? jar.name() : jar.key().split(":")[0] + "." + jar.name();
            names.add(name);
            var target = folder.resolve(name);
            if (changed(jar.path(), target)) {
                place(jar, target);
            }
            library.byKey.put(jar.key(), new Jar(target));
        }
        removeOthers(folder, names);
        return library;
    }

    /** Returns the jar of one of our modules. */
    Jar jar(String artifact) {
        var jar = byKey.get(artifact);
        if (jar == null) {
            throw new IllegalArgumentException(
                    "no jar of '"
                            + artifact
                            + "' in install's class path; its pom.xml must need it");
        }
        return jar;
    }

    /** Returns the file name of the jar of one of our modules, or of the only third-party one of that name. */
    String named(String artifact) {
        var found = byKey.values().stream().filter(jar -> jar.artifact().equals(artifact)).toList();
        if (found.size() > 1) {
            throw new IllegalArgumentException("two jars are called '" + artifact + "': " + found);
        }
        return found.isEmpty() ? jar(artifact).name() : found.get(0).name();
    }

    /** Returns the place of a jar that Maven resolved. */
    Jar placed(Jar resolved) {
        return jar(resolved.key());
    }

    /** Returns the names of all jars, in the order of install's class path. */
    List<String> names() {
        return byKey.values().stream().map(Jar::name).toList();
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
