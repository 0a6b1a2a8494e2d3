package himalia.kernel.classpath;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipFile;

/**
 * Where the types of a simple name are: the JDK's, the library's, and those of jars that were added. Read when it is first
 * asked, which is when something failed or is completed, never on the path of a cell.
 */
public final class TypeIndex {
    private final TreeMap<String, Set<String>> bySimpleName = new TreeMap<>();
    private final Set<String> readJars = new TreeSet<>();
    private boolean read;

    /** Returns the full names of a simple name, the likeliest first. */
    public synchronized List<String> named(String simple) {
        readJdk();
        return sorted(bySimpleName.getOrDefault(simple, Set.of()));
    }

    /** Returns full names whose simple names begin so, the likeliest first. */
    public synchronized List<String> startingWith(String prefix, int most) {
        readJdk();
        var found = new ArrayList<String>();
        for (var entry : bySimpleName.tailMap(prefix, true).entrySet()) {
            if (!entry.getKey().startsWith(prefix)) {
                break;
            }
            found.addAll(entry.getValue());
        }
        var sorted = sorted(found);
        return sorted.size() > most ? sorted.subList(0, most) : sorted;
    }

    /** Returns every simple name. */
    public synchronized List<String> simpleNames() {
        readJdk();
        return new ArrayList<>(bySimpleName.keySet());
    }

    /** Returns every package. */
    public synchronized List<String> packages() {
        readJdk();
        return bySimpleName.values().stream()
                .flatMap(Set::stream)
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).thenComparing(name -> name))
                .toList();
    }

    /** Adds types by their full names. */
    public synchronized void add(Collection<String> names) {
        names.forEach(this::add);
    }

    /** Adds the types of jars; those that were read before cost nothing. */
    public synchronized void addJars(Collection<String> jars) {
        for (var jar : jars) {
            if (jar.endsWith(".jar") && readJars.add(jar)) {
                try (var zip = new ZipFile(jar)) {
                    zip.stream().forEach(entry -> addFile(entry.getName()));
                } catch (IOException e) {
                    // What cannot be read has nothing to offer.
                }
            }
        }
    }

    private void readJdk() {
        if (read) {
            return;
        }
        read = true;
        var packages = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
        try (var modules = Files.list(packages)) {
            for (var module : modules.filter(each -> isStandard(each)).toList()) {
                for (var root : List.of("java", "javax")) {
                    readModule(module, module.resolve(root));
                }
            }
            var server = packages.resolve("jdk.httpserver");
            readModule(server, server.resolve("com/sun/net/httpserver"));
        } catch (IOException e) {
            // Without the JDK's image there are fewer names to offer.
        }
    }

    private static boolean isStandard(Path module) {
        return module.getFileName().toString().startsWith("java.");
    }

    private void readModule(Path module, Path root) throws IOException {
        if (Files.isDirectory(root)) {
            try (var files = Files.walk(root)) {
                files.forEach(file -> addFile(module.relativize(file).toString()));
            }
        }
    }

    private void addFile(String file) {
        if (file.endsWith(".class") && file.indexOf('$') < 0 && file.indexOf('-') < 0) {
            add(file.substring(0, file.length() - ".class".length()).replace('/', '.'));
        }
    }

    private void add(String name) {
        int dot = name.lastIndexOf('.');
        if (dot > 0 && Character.isUpperCase(name.charAt(dot + 1))) {
            bySimpleName.computeIfAbsent(name.substring(dot + 1), key -> new TreeSet<>()).add(name);
        }
    }

    private static List<String> sorted(Collection<String> names) {
        return names.stream()
                .sorted(Comparator.comparingInt(TypeIndex::rank).thenComparing(name -> name))
                .toList();
    }

    /** What beginners mean first: the collections, then the rest of the JDK, then the library, then what the JDK has for
     * windows and printers, then others. */
    private static int rank(String name) {
        if (name.startsWith("java.util.")) {
            return name.indexOf('.', "java.util.".length()) < 0 ? 0 : 1;
        }
        if (name.startsWith("java.awt.") || name.startsWith("javax.")) {
            return 4;
        }
        return name.startsWith("java.") ? 2 : name.startsWith("himalia.") ? 3 : 5;
    }
}
