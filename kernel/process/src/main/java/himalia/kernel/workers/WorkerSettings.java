package himalia.kernel.workers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a worker is started.
 *
 * @param java the JVM to start
 * @param first jars of the user's that stand before ours
 * @param classPath jars, core first
 * @param options for the JVM
 * @param directory where it starts
 * @param environment variables that differ from this process's
 */
public record WorkerSettings(
        String java,
        List<String> first,
        List<String> classPath,
        List<String> options,
        Path directory,
        Map<String, String> environment) {
    /** Tells a worker that more than ours is on its class path from the start. */
    public static final String USERS_JARS = "-Dhimalia.jars=users";

    /** What the worker itself runs on; the user's jars stand after it, or it would not start. */
    private static final Set<String> OWN =
            Set.of("himalia-link", "himalia-bundle", "himalia-spi", "himalia-worker", "asm");

    /** The option, {@code on} or {@code off} behind it, that says whether there is a debugger. */
    private static final String DEBUGGER = "-Dhimalia.debugger=";

    public WorkerSettings {
        first = List.copyOf(first);
        classPath = List.copyOf(classPath);
        options = List.copyOf(options);
        environment = Map.copyOf(environment);
    }

    /** A worker that starts where this process stands. */
    public WorkerSettings(String java, List<String> classPath, List<String> options) {
        this(java, List.of(), classPath, options, Path.of("").toAbsolutePath(), Map.of());
    }

    /** Returns whether the worker writes a startup cache as it ends; the JVM does that only without a debug agent. */
    boolean records() {
        return options.stream().anyMatch(option -> option.startsWith("-XX:ArchiveClassesAtExit="));
    }

    /** Returns the whole class path, in order. */
    List<String> wholePath() {
        var path = new ArrayList<>(classPath);
        int own = 0;
        while (own < path.size() && isOwn(path.get(own))) {
            own++;
        }
        path.addAll(own, first);
        return path;
    }

    /**
     * Returns the jars to start with; the others join once the JVM runs. A JVM opens each jar of its class path before it
     * does anything, which took a third of the start.
     */
    List<String> firstPath() {
        var path = wholePath();
        if (!first.isEmpty()) {
            // Theirs stand between ours.
            return path;
        }
        int ours = 0;
        while (ours < path.size() && isOurs(path.get(ours))) {
            ours++;
        }
        return path.subList(0, ours == 0 ? path.size() : ours);
    }

    /** Returns the jars that join. */
    List<String> joiningPath() {
        var path = wholePath();
        return path.subList(firstPath().size(), path.size());
    }

    private static boolean isOurs(String jar) {
        var name = Path.of(jar).getFileName().toString();
        return name.startsWith("himalia-") && name.endsWith(".jar") || isOwn(jar);
    }

    private static boolean isOwn(String jar) {
        var name = Path.of(jar).getFileName().toString().replaceFirst("-\\d.*", "");
        return OWN.contains(name);
    }

    /** Returns whether the worker starts with the debug agent; the last option that says so holds. */
    boolean debuggable() {
        var last =
                options.stream()
                        .filter(option -> option.startsWith(DEBUGGER))
                        .reduce((first, second) -> second);
        return !records() && !last.equals(Optional.of(DEBUGGER + "off"));
    }

    public WorkerSettings on(String otherJava, List<String> otherOptions) {
        return new WorkerSettings(
                otherJava, first, classPath, otherOptions, directory, environment);
    }

    public WorkerSettings in(Path otherDirectory, Map<String, String> otherEnvironment) {
        return new WorkerSettings(
                java, first, classPath, options, otherDirectory, otherEnvironment);
    }

    /** Returns the same with other jars before ours. */
    public WorkerSettings behind(List<String> jars) {
        return new WorkerSettings(java, jars, classPath, options, directory, environment);
    }
}
