package himalia.install.kernelspec;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The distribution: the folder that holds {@code lib/}, the class path files and the startup caches.
 *
 * @param folder absolute
 */
public record Distribution(Path folder) {
    public Distribution {
        folder = folder.toAbsolutePath().normalize();
        if (!Files.isRegularFile(folder.resolve("kernel.classpath"))) {
            throw new IllegalArgumentException(
                    "no Himalia in " + folder + ": kernel.classpath is missing; build it first");
        }
    }

    /** Returns the distribution that this process was started from. */
    public static Distribution ofThisProcess() {
        var folder = System.getProperty("himalia.home");
        if (folder == null) {
            throw new IllegalStateException(
                    "himalia.home is not set; start Himalia by its launcher");
        }
        return new Distribution(Path.of(folder));
    }

    /** Returns the jars of the kernel process, in the order of its class path. */
    List<Path> kernelJars() {
        return jars("kernel.classpath");
    }

    List<Path> workerJars() {
        return jars("worker.classpath");
    }

    private List<Path> jars(String list) {
        try {
            return Files.readAllLines(folder.resolve(list)).stream()
                    .filter(line -> !line.isBlank())
                    // What stands behind the name is for the kernel.
                    .map(line -> folder.resolve("lib").resolve(line.split(" ")[0]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String kernelClassPath() {
        return kernelJars().stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
