package himalia.kernel.classpath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which jars the compiler needs for which names. The worker has every jar from the start; the compiler opens a group of
 * them only when a cell first names one of its packages, because 200 jars cost the first cell 0.3 s and 50 MB.
 */
public final class JarGroups {
    private final @Nullable Path index;
    private final Path folder;
    private final Map<String, List<String>> jars = new LinkedHashMap<>();
    private final Map<String, List<String>> packages = new HashMap<>();
    private final Map<String, List<String>> classes = new HashMap<>();
    private final Set<String> added = new HashSet<>();
    private boolean read;

    private JarGroups(@Nullable Path index, Path folder) {
        this.index = index;
        this.folder = folder;
    }

    /**
     * Groups described by a file, read when it is first asked.
     *
     * @param index lines {@code group NAME}, {@code jar FILE}, {@code package NAME}, {@code class NAME GROUP,GROUP}
     * @param folder where the jars are
     */
    public static JarGroups of(Path index, Path folder) {
        return new JarGroups(index, folder);
    }

    /** No groups: the compiler has all it needs. */
    public static JarGroups none() {
        return new JarGroups(null, Path.of(""));
    }

    /** Returns the jars, not returned before, that these full names of types, members or packages need. */
    public synchronized List<String> jarsFor(Iterable<String> names) {
        var files = new ArrayList<String>();
        for (var name : names) {
            if (name.indexOf('.') < 0 || name.startsWith("java.")) {
                continue;
            }
            readOnce();
            for (var group : groupsOf(name)) {
                if (added.add(group)) {
                    for (var jar : jars.getOrDefault(group, List.of())) {
                        files.add(folder.resolve(jar).toString());
                    }
                }
            }
        }
        return files;
    }

    /** Whether a package is of a group, or of the library itself. */
    public synchronized boolean knows(String packageName) {
        readOnce();
        return packages.containsKey(packageName)
                || classes.keySet().stream().anyMatch(each -> outer(each).equals(packageName));
    }

    /** Returns the jars that may have a package, whether they were returned before or not. */
    public synchronized List<String> jarsOfPackage(String name) {
        readOnce();
        return packages.getOrDefault(name, List.of()).stream()
                .flatMap(group -> jars.getOrDefault(group, List.of()).stream())
                .map(jar -> folder.resolve(jar).toString())
                .toList();
    }

    /** Returns the full names of the library's own types. */
    public synchronized Set<String> classes() {
        readOnce();
        return Set.copyOf(classes.keySet());
    }

    /** Returns every jar. */
    public synchronized List<String> all() {
        readOnce();
        return jars.values().stream()
                .flatMap(List::stream)
                .map(jar -> folder.resolve(jar).toString())
                .toList();
    }

    /** Forgets what was returned, for a compiler that has none of it. */
    public synchronized void forget() {
        added.clear();
    }

    private List<String> groupsOf(String name) {
        for (var prefix = name; !prefix.isEmpty(); prefix = outer(prefix)) {
            var ofClass = classes.get(prefix);
            if (ofClass != null) {
                return ofClass;
            }
            var ofPackage = packages.get(prefix);
            if (ofPackage != null) {
                return ofPackage;
            }
        }
        return List.of();
    }

    private static String outer(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }

    private void readOnce() {
        if (read || index == null || !Files.exists(index)) {
            return;
        }
        read = true;
        try {
            var group = "";
            for (var line : Files.readAllLines(index)) {
                var word = line.split(" ", 3);
                switch (word[0]) {
                    case "group" -> group = word[1];
                    case "jar" ->
                            jars.computeIfAbsent(group, key -> new ArrayList<>()).add(word[1]);
                    case "package" ->
                            packages.computeIfAbsent(word[1], key -> new ArrayList<>()).add(group);
                    case "class" ->
                            classes.put(
                                    word[1],
                                    word.length > 2 ? List.of(word[2].split(",")) : List.of());
                    default -> {
                        // A newer index may say more.
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + index + "; run './himalia doctor'", e);
        }
    }
}
