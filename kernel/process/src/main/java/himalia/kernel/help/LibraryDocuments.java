package himalia.kernel.help;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where documentation lies: of our own jars in the installation, of others beside them or in Maven's local repository,
 * from which they came.
 */
public final class LibraryDocuments implements DocumentJars {
    private static final List<String> KINDS = List.of("-sources.jar", "-javadoc.jar");

    private final @Nullable Path home;
    private final Map<String, Path> fetched = new ConcurrentHashMap<>();
    private final Map<String, String> coordinates = new ConcurrentHashMap<>();
    private @Nullable Map<String, String> preloaded;

    /**
     * Looks in an installation too.
     *
     * @param home its folder; null for none
     */
    public LibraryDocuments(@Nullable Path home) {
        this.home = home;
    }

    /** Notes the coordinates of jars that were added. */
    public void added(List<String> jars, List<String> theirCoordinates) {
        for (int i = 0; i < jars.size(); i++) {
            coordinates.put(jars.get(i), theirCoordinates.get(i));
        }
    }

    /** Notes what was fetched: a coordinate and a file each. */
    public void fetched(List<String> sources) {
        for (var each : sources) {
            int space = each.indexOf(' ');
            fetched.put(each.substring(0, space), Path.of(each.substring(space + 1)));
        }
    }

    @Override
    public Optional<Path> of(Path jar) {
        var own = own(jar);
        if (own.isPresent()) {
            return own;
        }
        var coordinate = coordinate(jar);
        var known = coordinate.map(fetched::get);
        return known.isPresent()
                ? known
                : in(jar.resolveSibling(""), jar)
                        .or(() -> coordinate.flatMap(LibraryDocuments::inRepository));
    }

    @Override
    public String advice(Path jar) {
        return coordinate(jar)
                .map(
                        each ->
                                "No documentation is here yet: `%maven --sources "
                                        + each
                                        + "` fetches it.")
                .orElseGet(
                        () ->
                                "No documentation: put a jar of the sources beside "
                                        + jar
                                        + ", named "
                                        + withoutEnding(jar)
                                        + "-sources.jar");
    }

    /** What lies in the installation: our own in one file, others' each in its own. */
    private Optional<Path> own(Path jar) {
        if (home == null) {
            return Optional.empty();
        }
        return jar.getFileName().toString().startsWith("himalia-")
                ? Optional.of(home.resolve("sources.zip")).filter(Files::exists)
                : in(home.resolve("documents"), jar);
    }

    private static Optional<Path> in(Path folder, Path jar) {
        return KINDS.stream()
                .map(kind -> folder.resolve(withoutEnding(jar) + kind))
                .filter(Files::exists)
                .findFirst();
    }

    private static Optional<Path> inRepository(String coordinate) {
        var part = coordinate.split(":");
        if (part.length != 3) {
            return Optional.empty();
        }
        var folder =
                Path.of(System.getProperty("user.home"), ".m2", "repository")
                        .resolve(part[0].replace('.', '/'))
                        .resolve(part[1])
                        .resolve(part[2]);
        return KINDS.stream()
                .map(kind -> folder.resolve(part[1] + "-" + part[2] + kind))
                .filter(Files::exists)
                .findFirst();
    }

    private static String withoutEnding(Path jar) {
        return jar.getFileName().toString().replaceFirst("\\.jar$", "");
    }

    private Optional<String> coordinate(Path jar) {
        var added = coordinates.get(jar.toString());
        return added != null
                ? Optional.of(added)
                : Optional.ofNullable(preloaded().get(withoutEnding(jar)));
    }

    /** The coordinates of what is there from the start, by the names of the jars. */
    private synchronized Map<String, String> preloaded() {
        var known = preloaded;
        if (known == null) {
            known = new HashMap<>();
            preloaded = known;
            try {
                if (home != null) {
                    for (var line : Files.readAllLines(home.resolve("preloaded.artifacts"))) {
                        var part = line.split(":");
                        if (part.length == 3) {
                            known.put(part[1] + "-" + part[2], line);
                        }
                    }
                }
            } catch (IOException e) {
                // Then nothing is known of them, and nothing advised.
            }
        }
        return known;
    }
}
