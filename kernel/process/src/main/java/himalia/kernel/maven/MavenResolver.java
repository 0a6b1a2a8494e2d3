package himalia.kernel.maven;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Resolves coordinates around what the worker has already. */
public final class MavenResolver {
    private final Path home;
    private @Nullable Function<Map<String, List<String>>, Map<String, List<String>>> resolver;
    private final List<String> added = new ArrayList<>();

    /** A resolver of the installation in {@code home}. */
    public MavenResolver(Path home) {
        this.home = home;
    }

    /**
     * What was resolved.
     *
     * @param jars files to put on the class path
     * @param added their coordinates
     * @param notes what the user should know
     */
    public record Resolved(List<String> jars, List<String> added, List<String> notes) {}

    /** Forgets what was resolved: the class path was begun anew. */
    public synchronized void forget() {
        added.clear();
    }

    /**
     * Resolves coordinates with all that they need.
     *
     * @param asked {@code coordinates}, {@code repositories}, {@code pom}, {@code scopes} and {@code lock}, as far as given
     * @throws IllegalArgumentException in words for the user
     */
    public synchronized Resolved resolve(Map<String, List<String>> asked) {
        try {
            var request = new LinkedHashMap<>(asked);
            var present = new ArrayList<>(Files.readAllLines(home.resolve("preloaded.artifacts")));
            present.addAll(added);
            request.put("present", present);
            var answer = load().apply(request);
            var resolved =
                    new Resolved(
                            answer.getOrDefault("jars", List.of()),
                            answer.getOrDefault("added", List.of()),
                            answer.getOrDefault("notes", List.of()));
            added.addAll(resolved.added());
            return resolved;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "%maven cannot read its own files in "
                            + home
                            + ": "
                            + e.getMessage()
                            + "; run './himalia doctor'",
                    e);
        }
    }

    @SuppressWarnings("unchecked")
    private Function<Map<String, List<String>>, Map<String, List<String>>> load()
            throws IOException {
        var known = resolver;
        if (known != null) {
            return known;
        }
        var urls = new ArrayList<URL>();
        for (var jar : Files.readAllLines(home.resolve("resolver.classpath"))) {
            urls.add(url(home.resolve("lib").resolve(jar)));
        }
        // Lives as long as the kernel.
        var loader =
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        try {
            Thread.currentThread().setContextClassLoader(loader);
            var loaded =
                    (Function<Map<String, List<String>>, Map<String, List<String>>>)
                            loader.loadClass("himalia.resolver.Resolver")
                                    .getDeclaredConstructor()
                                    .newInstance();
            resolver = loaded;
            return loaded;
        } catch (ReflectiveOperationException e) {
            throw new IOException("the resolver is incomplete: " + e, e);
        }
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }
}
