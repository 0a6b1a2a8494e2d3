package himalia.install.assembly;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * One jar on a class path.
 *
 * @param path where it lies
 */
record Jar(Path path) {
    private static final Pattern VERSION = Pattern.compile("-\\d[^/]*\\.jar$|\\.jar$");

    String name() {
        return path.getFileName().toString();
    }

    /** Returns the name without its version: {@code himalia-link} of {@code himalia-link-0.1.0.jar}. */
    String artifact() {
        return VERSION.matcher(name()).replaceFirst("");
    }

    /**
     * Returns {@code group:artifact:version} of a jar that lies in a local repository, where the folders say so; nothing
     * for a jar of this build.
     */
    Optional<String> coordinate() {
        var artifact =
                path.getNameCount() > 3 ? path.getName(path.getNameCount() - 3).toString() : "";
        if (artifact.isEmpty() || !name().startsWith(artifact + "-")) {
            return Optional.empty();
        }
        var version = path.getName(path.getNameCount() - 2).toString();
        int first = path.getNameCount() - 4;
        var group = new StringBuilder();
        while (first >= 0 && !path.getName(first).toString().equals("repository")) {
            group.insert(0, path.getName(first) + (group.isEmpty() ? "" : "."));
            first--;
        }
        return first < 0 ? Optional.empty() : Optional.of(group + ":" + artifact + ":" + version);
    }

    /** Returns the packages that hold classes, with dots, sorted. */
    TreeSet<String> packages() throws IOException {
        var packages = new TreeSet<String>();
        try (var zip = new ZipFile(path.toFile())) {
            zip.stream()
                    .filter(Jar::isClass)
                    .map(ZipEntry::getName)
                    .filter(name -> name.indexOf('/') > 0)
                    .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
                    .forEach(packages::add);
        }
        return packages;
    }

    /** Hands each class file to {@code reader}. */
    void eachClass(ClassFileReader reader) throws IOException {
        try (var zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : zip.stream().filter(Jar::isClass).toList()) {
                try (var content = zip.getInputStream(entry)) {
                    reader.read(content);
                }
            }
        }
    }

    private static boolean isClass(ZipEntry entry) {
        var name = entry.getName();
        return name.endsWith(".class")
                && !name.startsWith("META-INF/")
                && !name.endsWith("module-info.class")
                && !name.endsWith("package-info.class");
    }

    /** Takes the content of one class file. */
    interface ClassFileReader {
        void read(InputStream content) throws IOException;
    }
}
