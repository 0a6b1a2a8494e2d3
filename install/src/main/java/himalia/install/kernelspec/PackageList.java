package himalia.install.kernelspec;

import himalia.display.bundle.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The list of what the {@code java} packages of a JDK's {@code java.base} have, which the kernel's compiler reads in place of
 * the JDK's own directories. See {@code himalia.javac.JdkPackages}, which reads it.
 *
 * @param home the distribution, in whose {@code cache} folder it lies
 * @param jdk the JDK
 */
record PackageList(Distribution home, InstalledJdk jdk) {
    private static final String ROOT = "/modules/java.base";

    /** Classes without a name, and those inside of methods. */
    private static final Pattern NAMELESS = Pattern.compile(".*\\$\\d[^$]*");

    Path file() {
        var key = Integer.toHexString((jdk.version() + jdk.home()).hashCode());
        return home.folder().resolve("cache").resolve("packages-" + jdk.feature() + "-" + key);
    }

    /** Returns the flags by which the kernel finds it. */
    String use() {
        return "-Dhimalia.jdk.packages=" + file();
    }

    private Path image() {
        return jdk.home().resolve("lib").resolve("modules");
    }

    /** Which image it is of: an update in the same place is another one. */
    private String firstLine() throws IOException {
        return Files.size(image()) + " " + Files.getLastModifiedTime(image()).toMillis();
    }

    /** Returns whether it is there, and of the JDK as it is now, or there is none to be. */
    boolean isCurrent() {
        if (!Files.isRegularFile(image())) {
            return true;
        }
        try (var lines = Files.lines(file())) {
            return lines.findFirst().equals(Optional.of(firstLine()));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /** Writes it; not for a JDK without an image of its modules, as its own developers have. */
    void write() throws IOException {
        if (!Files.isRegularFile(image())) {
            return;
        }
        var text = new StringBuilder(firstLine()).append('\n');
        packages()
                .forEach(
                        (name, classes) ->
                                text.append(name)
                                        .append(' ')
                                        .append(String.join(" ", classes))
                                        .append('\n'));
        text.append("end\n");
        WholeFile.write(file(), text.toString());
    }

    private Map<String, TreeSet<String>> packages() throws IOException {
        var packages = new TreeMap<String, TreeSet<String>>();
        var image = Map.of("java.home", jdk.home().toString());
        try (var jrt = FileSystems.newFileSystem(URI.create("jrt:/"), image);
                var files = Files.walk(jrt.getPath(ROOT, "java"))) {
            for (var file : (Iterable<Path>) files::iterator) {
                var last = file.getFileName().toString();
                if (last.endsWith(".class")) {
                    var folder = jrt.getPath(ROOT).relativize(file.getParent());
                    var simple = last.substring(0, last.length() - ".class".length());
                    if (!NAMELESS.matcher(simple).matches()) {
                        var name = folder.toString().replace('/', '.');
                        classesOf(packages, name).add(simple);
                    }
                }
            }
        }
        return packages;
    }

    /** Whoever names {@code java.util.List} asks for {@code java} too, which has no class, and for which the JDK looks longest. */
    private static TreeSet<String> classesOf(Map<String, TreeSet<String>> packages, String name) {
        int dot = name.lastIndexOf('.');
        if (dot > 0) {
            classesOf(packages, name.substring(0, dot));
        }
        return packages.computeIfAbsent(name, key -> new TreeSet<>());
    }
}
