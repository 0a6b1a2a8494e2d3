package himalia.remote;

import himalia.display.bundle.Given;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * What travels to a cluster with a job: the classes of cells that its functions come to, with the values of the variables that they
 * read, and the jars of the libraries that these name.
 *
 * <pre>{@code
 * Shipment.of(List.of(Duration.ofSeconds(5))).libraries();   // []: the JDK is there
 * }</pre>
 *
 * @param cells a jar of the cells' classes, where there are any
 * @param libraries all other jars
 */
public record Shipment(Optional<Path> cells, List<Path> libraries) {
    /** Folders of classes, as jars; where a library was built a moment ago it is one. */
    private static final Map<Path, Path> PACKED = new ConcurrentHashMap<>();

    private static final LocalDateTime WRITTEN = LocalDateTime.of(1980, 2, 1, 0, 0);

    /** Checks it. */
    public Shipment {
        Given.given(cells, "cells");
        libraries = List.copyOf(Given.given(libraries, "libraries"));
    }

    /**
     * Packs what objects are made of.
     *
     * @param alsoNamed classes that libraries name in texts alone
     * @throws IllegalArgumentException if their code sets a variable of the notebook, or reads one that cannot travel
     */
    public static Shipment of(Collection<?> objects, String... alsoNamed) {
        Given.given(objects, "objects");
        Given.given(alsoNamed, "alsoNamed");
        var reach = new Reach();
        var roots = new Roots(reach);
        for (var each : objects) {
            try {
                roots.add(each);
            } catch (IOException e) {
                throw new IllegalArgumentException(
                        "a part of the job cannot be sent to another machine: " + e.getMessage(),
                        e);
            }
        }
        var variables = Variables.of(reach, roots);
        var jars = new ArrayList<Path>();
        for (var name : alsoNamed) {
            reach.type(name.replace('.', '/'));
        }
        boolean hasCells = !reach.cells().isEmpty();
        if (hasCells) {
            reach.type(CellVariables.class.getName().replace('.', '/'));
        }
        for (var place : Libraries.of(reach.others())) {
            jars.add(Files.isDirectory(place) ? packed(place) : place);
        }
        return new Shipment(
                hasCells ? Optional.of(cells(reach, variables)) : Optional.empty(), jars);
    }

    /** Deletes the jar of cells, once it was sent. */
    public void forget() {
        cells.ifPresent(jar -> jar.toFile().delete());
    }

    /** Returns all of it; what the cells' classes became for the way comes before what they are elsewhere. */
    public List<Path> jars() {
        var all = new ArrayList<Path>();
        cells.ifPresent(all::add);
        all.addAll(libraries);
        return all;
    }

    private static Path cells(Reach reach, Variables variables) {
        return written(
                "cells",
                jar -> {
                    for (var each : reach.cells().entrySet()) {
                        var name = each.getKey();
                        entry(
                                jar,
                                name + ".class",
                                Stripped.of(
                                        name,
                                        each.getValue(),
                                        reach.methods(name),
                                        variables.names(name)));
                    }
                    for (var each : variables.files().entrySet()) {
                        entry(jar, each.getKey(), each.getValue());
                    }
                });
    }

    private static Path packed(Path folder) {
        return PACKED.computeIfAbsent(
                folder,
                all ->
                        written(
                                "classes",
                                jar -> {
                                    try (var files = Files.walk(all)) {
                                        for (var file :
                                                files.filter(Files::isRegularFile)
                                                        .sorted()
                                                        .toList()) {
                                            var name =
                                                    all.relativize(file)
                                                            .toString()
                                                            .replace('\\', '/');
                                            entry(jar, name, Files.readAllBytes(file));
                                        }
                                    }
                                }));
    }

    /** Writes the entries of a jar. */
    private interface Filling {
        void of(JarOutputStream jar) throws IOException;
    }

    private static Path written(String name, Filling filling) {
        try {
            var path = Files.createTempFile(name + "-", ".jar");
            path.toFile().deleteOnExit();
            try (OutputStream out = Files.newOutputStream(path);
                    var jar = new JarOutputStream(out)) {
                filling.of(jar);
            }
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException("the job's classes cannot be packed", e);
        }
    }

    private static void entry(JarOutputStream jar, String name, byte[] bytes) throws IOException {
        var entry = new JarEntry(name);
        // The same classes are the same jar, whenever it is written.
        entry.setTimeLocal(WRITTEN);
        jar.putNextEntry(entry);
        jar.write(bytes);
        jar.closeEntry();
    }
}
