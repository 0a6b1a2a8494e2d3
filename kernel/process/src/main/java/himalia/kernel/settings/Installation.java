package himalia.kernel.settings;

import himalia.kernel.classpath.JarGroups;
import himalia.kernel.workers.WorkerPath;
import himalia.kernel.workers.Workers;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where Himalia is installed: its jars, and what the build noted of them. Without an installation, as in tests, both
 * processes have the class path of this one.
 *
 * @param folder the installation; null for none
 */
public record Installation(@Nullable Path folder) {
    /** Returns the installation that the system property {@code himalia.home} names. */
    public static Installation find() {
        var home = System.getProperty("himalia.home");
        return new Installation(home == null ? null : Path.of(home));
    }

    /** Returns the jars of the worker. */
    public Jars jars() throws IOException {
        if (folder == null) {
            var all = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
            return new Jars(WorkerPath.of(all), all);
        }
        return Jars.read(folder.resolve("worker.classpath"), folder.resolve("lib"));
    }

    public JarGroups groups() {
        return folder == null
                ? JarGroups.none()
                : JarGroups.of(folder.resolve("groups.index"), folder.resolve("lib"));
    }

    /** Returns the names that cells need not import, as the jars say it; null where the class path is to be asked. */
    public @Nullable Path imports() {
        return folder == null ? null : folder.resolve("imports.index");
    }

    /** Returns what says which magics there are just now, in the order in which the worker looks for them. */
    public Collection<String> magics(Jars jars, List<String> users, Workers workers) {
        var sources = new LinkedHashSet<>(workers.settings().first());
        sources.addAll(
                folder == null
                        ? jars.ofCells()
                        : List.of(folder.resolve("magics.index").toString()));
        sources.addAll(users);
        sources.addAll(workers.addedJars());
        return sources;
    }

    /**
     * The jars of the worker.
     *
     * @param path its class path
     * @param ofCells those whose types cells name, known to the compiler from the start; the others come by need
     */
    public record Jars(WorkerPath path, List<String> ofCells) {
        /**
         * Reads lines of a jar and its roles: {@code worker} for what the worker runs on, {@code start} for what it has from its
         * start on, {@code cells} for what cells name.
         */
        static Jars read(Path file, Path lib) throws IOException {
            var own = new ArrayList<String>();
            var shown = new ArrayList<String>();
            var others = new ArrayList<String>();
            var ofCells = new ArrayList<String>();
            for (var line : Files.readAllLines(file)) {
                if (line.isBlank()) {
                    continue;
                }
                var words = List.of(line.strip().split(" "));
                var roles = Set.copyOf(words.subList(1, words.size()));
                var jar = lib.resolve(words.get(0)).toString();
                (roles.contains("worker") ? own : roles.contains("start") ? shown : others)
                        .add(jar);
                if (roles.contains("cells")) {
                    ofCells.add(jar);
                }
            }
            return new Jars(new WorkerPath(own, shown, others), ofCells);
        }
    }
}
