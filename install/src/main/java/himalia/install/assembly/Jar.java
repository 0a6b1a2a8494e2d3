package himalia.install.assembly;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.jar.JarFile;
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

    /** Returns the group, artifact and version that the folders of a local repository say; nothing for a jar of this build. */
    Optional<Coordinate> coordinate() {
        int names = path.getNameCount();
        var artifact = names > 3 ? path.getName(names - 3).toString() : "";
        if (artifact.isEmpty() || !name().startsWith(artifact + "-")) {
            return Optional.empty();
        }
        var version = path.getName(names - 2).toString();
        int first = names - 4;
        var group = new StringBuilder();
        while (first >= 0 && !path.getName(first).toString().equals("repository")) {
            group.insert(0, path.getName(first) + (group.isEmpty() ? "" : "."));
            first--;
        }
        return first < 0
                ? Optional.empty()
                : Optional.of(new Coordinate(group.toString(), artifact, version));
    }

    /** Where a jar comes from. */
    record Coordinate(String group, String artifact, String version) {
        @Override
        public String toString() {
            return group + ":" + artifact + ":" + version;
        }
    }

    /** Returns what tells it from all others but its own versions: group, artifact and what stands behind the version; of ours the artifact. */
    String key() {
        return coordinate()
                .filter(from -> !from.group().equals("io.github.himalia"))
                .map(
                        from -> {
                            var plain = from.artifact() + "-" + from.version();
                            var classifier =
                                    name().startsWith(plain)
                                            ? name().substring(plain.length())
                                            : "";
                            return from.group() + ":" + from.artifact() + ":" + classifier;
                        })
                .orElseGet(this::artifact);
    }

    /** Returns whether cells name its types, as its manifest says: {@code Himalia-Role: cells}. */
    boolean isOfCells() throws IOException {
        try (var jar = new JarFile(path.toFile(), false)) {
            var manifest = jar.getManifest();
            return manifest != null
                    && "cells".equals(manifest.getMainAttributes().getValue("Himalia-Role"));
        }
    }

    /** Returns what cells need not import of it, in the lines of its {@code META-INF/himalia/imports.txt}. */
    List<String> imports() throws IOException {
        return text("META-INF/himalia/imports.txt").lines().toList();
    }

    /** Returns what its build wrote of its magics; empty where it has none. */
    String magics() throws IOException {
        return text("META-INF/himalia/magics.json");
    }

    boolean namesRenderers() throws IOException {
        return !text("META-INF/services/himalia.display.bundle.Renderer").isEmpty();
    }

    private String text(String file) throws IOException {
        try (var zip = new ZipFile(path.toFile())) {
            var entry = zip.getEntry(file);
            return entry == null
                    ? ""
                    : new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }
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
