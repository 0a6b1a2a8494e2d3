package himalia.kernel;

import himalia.kernel.java.JarGroups;
import himalia.kernel.workers.WorkerSettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where Himalia is installed: its jars, and the lists that say who needs which. Without an installation, as in tests,
 * both processes have the class path of this one.
 *
 * @param folder the installation; null for none
 */
record Home(@Nullable Path folder) {
    /** How the jars begin that the compiler knows from the start; the others come by need. */
    private static final List<String> CORE =
            List.of(
                    "himalia-bundle",
                    "himalia-spi",
                    "himalia-grid",
                    "himalia-chart",
                    "himalia-widget",
                    "himalia-library",
                    "himalia-magics");

    /** Returns the installation that the system property {@code himalia.home} names. */
    static Home find() {
        var home = System.getProperty("himalia.home");
        return new Home(home == null ? null : Path.of(home));
    }

    /** Returns the jars of the worker, core first. */
    List<String> workerClassPath() throws IOException {
        if (folder == null) {
            return List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        }
        var jars = new ArrayList<String>();
        for (var line : Files.readAllLines(folder.resolve("worker.classpath"))) {
            if (!line.isBlank()) {
                jars.add(folder.resolve("lib").resolve(line.strip()).toString());
            }
        }
        return jars;
    }

    /** Returns the jars that the compiler has from the start. */
    List<String> compilerClassPath(List<String> workerClassPath) {
        if (folder == null) {
            return workerClassPath;
        }
        return workerClassPath.stream().filter(Home::isCore).toList();
    }

    private static boolean isCore(String jar) {
        var name = Path.of(jar).getFileName().toString();
        return CORE.stream().anyMatch(name::startsWith);
    }

    JarGroups groups() {
        return folder == null
                ? JarGroups.none()
                : JarGroups.of(folder.resolve("groups.index"), folder.resolve("lib"));
    }

    /** Returns how the worker is started. */
    WorkerSettings workerSettings(List<String> classPath) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new WorkerSettings(java, classPath, WorkerOptions.all());
    }
}
