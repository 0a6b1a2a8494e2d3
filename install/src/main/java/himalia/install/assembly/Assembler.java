package himalia.install.assembly;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lays out the distribution: {@code lib/*.jar}, one class path file for each process, and what the jars say of themselves
 * ({@link Jar#isOfCells}, {@link Jar#imports}, {@link Jar#magics}), gathered so that the kernel opens none of them for it.
 *
 * <p>Run by Maven in the package phase, with the folder to fill, install's own jar, and the class paths that Maven
 * resolved for the kernel, the worker, what a notebook has from the start, the Maven resolver and install.
 */
public final class Assembler {
    private final Library library;

    private Assembler(Library library) {
        this.library = library;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 7) {
            throw new IllegalArgumentException(
                    "the Assembler takes a folder, a jar and five class path files, got "
                            + List.of(arguments));
        }
        var home = Path.of(arguments[0]);
        var kernel = resolved(arguments[2]);
        var worker = resolved(arguments[3]);
        var preloaded = resolved(arguments[4]);
        var resolver = resolved(arguments[5]);
        var install = resolved(arguments[6]);
        install.add(0, new Jar(Path.of(arguments[1])));

        var assembler = new Assembler(Library.fill(home.resolve("lib"), install));
        var kernelPath = assembler.path("himalia-kernel", kernel);
        write(home.resolve("kernel.classpath"), kernelPath);
        var workerPath = new WorkerJars(assembler.library, worker, preloaded);
        write(home.resolve("worker.classpath"), workerPath.lines());
        var resolverPath = assembler.path("himalia-resolver", resolver);
        write(home.resolve("resolver.classpath"), resolverPath);
        var elsewhere = workerPath.jars().stream().map(Jar::name).collect(Collectors.toSet());
        elsewhere.addAll(resolverPath);
        write(home.resolve("install.classpath"), assembler.installPath(elsewhere));
        write(home.resolve("preloaded.artifacts"), coordinates(List.of(worker, preloaded)));
        PublicSources.write(preloaded, home.resolve("sources.zip"));
        write(
                home.resolve("groups.index"),
                new GroupIndex(GroupTable.read(), workerPath.ofCells(), workerPath.others())
                        .lines());
        write(home.resolve("imports.index"), workerPath.imports());
        write(home.resolve("magics.index"), List.of(workerPath.magics()));
    }

    private List<String> path(String main, List<Jar> needed) {
        var names = new ArrayList<String>();
        names.add(library.named(main));
        needed.forEach(jar -> names.add(library.placed(jar).name()));
        return names;
    }

    /** What the worker has, as {@code group:artifact:version}, so that %maven resolves around it. */
    private static List<String> coordinates(List<List<Jar>> paths) {
        return paths.stream()
                .flatMap(List::stream)
                .flatMap(jar -> jar.coordinate().stream())
                .map(Jar.Coordinate::toString)
                .distinct()
                .sorted()
                .toList();
    }

    /** The command line's: all that others alone need stays out, so that it starts at once. */
    private List<String> installPath(Set<String> elsewhere) {
        var names = new ArrayList<String>();
        for (var artifact :
                List.of(
                        "himalia-link",
                        "himalia-bundle",
                        "himalia-spi",
                        "picocli",
                        "gson",
                        "jspecify",
                        "himalia-chart")) {
            names.add(library.named(artifact));
        }
        for (var name : library.names()) {
            if (!elsewhere.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static List<Jar> resolved(String classPathFile) throws IOException {
        var text = Files.readString(Path.of(classPathFile)).strip();
        var jars = new ArrayList<Jar>();
        for (var entry : text.split(File.pathSeparator, -1)) {
            // What only gathers others has no jar.
            if (!entry.isEmpty() && !entry.endsWith(".pom") && !entry.endsWith("pom.xml")) {
                jars.add(new Jar(Path.of(entry)));
            }
        }
        return jars;
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.write(file, lines);
    }
}
