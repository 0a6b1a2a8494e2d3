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
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Resolves coordinates around what the worker has already. */
public final class MavenResolver {
    private final Path home;
    private @Nullable
            BiFunction<
                    Map<String, List<String>>,
                    Predicate<Map<String, Object>>,
                    Map<String, List<String>>>
            resolver;
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
     * @param lock lines for a lock file
     * @param sources a coordinate and a file each
     */
    public record Resolved(
            List<String> jars,
            List<String> added,
            List<String> notes,
            List<String> lock,
            List<String> sources) {}

    /** Forgets what was added: the class path was begun anew. */
    public synchronized void forget() {
        added.clear();
    }

    /** Notes that artifacts are on the class path now. */
    public synchronized void added(List<String> coordinates) {
        added.addAll(coordinates);
    }

    /** Returns what is on the class path, the later of two versions being the one that counts. */
    public synchronized List<String> present() throws IOException {
        var present = preloaded();
        present.addAll(added);
        return present;
    }

    /** Returns what is on the class path from the start. */
    public List<String> preloaded() throws IOException {
        return new ArrayList<>(Files.readAllLines(home.resolve("preloaded.artifacts")));
    }

    /**
     * Resolves coordinates with all that they need; adds nothing yet.
     *
     * @param asked {@code coordinates}, {@code repositories}, {@code pom}, {@code scopes}, {@code locked},
     *     {@code settings}, {@code offline}, {@code exact}, {@code sources}, as far as given; {@code alone} where what is present does
     *     not count
     * @param watcher told the {@code name}, {@code done}, {@code total} and {@code files} of what is being fetched; says
     *     whether to go on
     * @throws IllegalArgumentException in words for the user
     */
    public Resolved resolve(
            Map<String, List<String>> asked, Predicate<Map<String, Object>> watcher) {
        try {
            var request = new LinkedHashMap<>(asked);
            request.put("present", asked.containsKey("alone") ? List.of() : present());
            var answer = load().apply(request, watcher);
            return new Resolved(
                    answer.getOrDefault("jars", List.of()),
                    answer.getOrDefault("added", List.of()),
                    answer.getOrDefault("notes", List.of()),
                    answer.getOrDefault("lock", List.of()),
                    answer.getOrDefault("sources", List.of()));
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
    private synchronized BiFunction<
                    Map<String, List<String>>,
                    Predicate<Map<String, Object>>,
                    Map<String, List<String>>>
            load() throws IOException {
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
                    (BiFunction<
                                    Map<String, List<String>>,
                                    Predicate<Map<String, Object>>,
                                    Map<String, List<String>>>)
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
