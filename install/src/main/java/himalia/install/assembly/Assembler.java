package himalia.install.assembly;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays out the distribution: {@code lib/*.jar}, one class path file for each process, and {@code groups.index}.
 *
 * <p>Run by Maven in the package phase, with the folder to fill, install's own jar, and the class paths that Maven
 * resolved for the kernel, the worker, the magics, the Maven resolver and install, and the project's folder.
 */
public final class Assembler {
    /** What a worker's class path begins with, so that its first cell finds everything in the first few jars. */
    private static final List<String> CORE =
            List.of(
                    "himalia-link",
                    "himalia-bundle",
                    "himalia-spi",
                    "himalia-worker",
                    "asm",
                    "himalia-grid",
                    "himalia-chart",
                    "himalia-widget",
                    "himalia-library",
                    "himalia-magics",
                    "picocli");

    private final Library library;

    private Assembler(Library library) {
        this.library = library;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 8) {
            throw new IllegalArgumentException(
                    "the Assembler takes a folder, a jar, five class path files and the project's folder, got "
                            + List.of(arguments));
        }
        var home = Path.of(arguments[0]);
        var kernel = resolved(arguments[2]);
        var worker = resolved(arguments[3]);
        var magics = resolved(arguments[4]);
        var resolver = resolved(arguments[5]);
        var install = resolved(arguments[6]);
        install.add(0, new Jar(Path.of(arguments[1])));

        var assembler = new Assembler(Library.fill(home.resolve("lib"), install));
        var kernelPath = assembler.kernelPath(kernel);
        var workerPath = assembler.workerPath(worker, magics);
        write(home.resolve("kernel.classpath"), kernelPath);
        write(home.resolve("worker.classpath"), workerPath);
        var resolverPath = assembler.resolverPath(resolver);
        write(home.resolve("resolver.classpath"), resolverPath);
        var elsewhere = new ArrayList<>(workerPath);
        elsewhere.addAll(resolverPath);
        write(home.resolve("install.classpath"), assembler.installPath(elsewhere));
        write(home.resolve("preloaded.artifacts"), coordinates(List.of(worker, magics)));
        PublicSources.write(Path.of(arguments[7]), home.resolve("sources.zip"));
        Files.write(
                home.resolve("groups.index"),
                new GroupIndex(GroupTable.read(), assembler.library.jars(workerPath), CORE)
                        .lines());
    }

    private List<String> kernelPath(List<Jar> needed) {
        var names = new ArrayList<String>();
        names.add(library.named("himalia-kernel"));
        needed.forEach(jar -> names.add(library.named(jar.artifact())));
        return names;
    }

    private List<String> resolverPath(List<Jar> needed) {
        var names = new ArrayList<String>();
        names.add(library.named("himalia-resolver"));
        needed.forEach(jar -> names.add(library.named(jar.artifact())));
        return names;
    }

    /** What the worker has, as {@code group:artifact:version}, so that %maven resolves around it. */
    private static List<String> coordinates(List<List<Jar>> paths) {
        return paths.stream()
                .flatMap(List::stream)
                .flatMap(jar -> jar.coordinate().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> workerPath(List<Jar> worker, List<Jar> magics) {
        var names = new ArrayList<String>();
        CORE.forEach(artifact -> names.add(library.named(artifact)));
        names.add(library.named("himalia-compat"));
        for (var needed : List.of(worker, magics)) {
            for (var jar : needed) {
                var name = library.named(jar.artifact());
                if (!names.contains(name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** The command line's: all that others alone need stays out, so that it starts at once. */
    private List<String> installPath(List<String> elsewhere) {
        var names = new ArrayList<String>();
        for (var artifact :
                List.of(
                        "himalia-link",
                        "himalia-bundle",
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
            if (!entry.isEmpty()) {
                jars.add(new Jar(Path.of(entry)));
            }
        }
        return jars;
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.write(file, lines);
    }
}
