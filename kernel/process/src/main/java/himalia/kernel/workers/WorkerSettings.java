package himalia.kernel.workers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a worker is started.
 *
 * @param java the JVM to start
 * @param first jars of the user's that stand before ours
 * @param path jars
 * @param options for the JVM
 * @param directory where it starts
 * @param environment variables that differ from this process's
 */
public record WorkerSettings(
        String java,
        List<String> first,
        WorkerPath path,
        List<String> options,
        Path directory,
        Map<String, String> environment) {
    /** Tells a worker that more than ours is on its class path from the start. */
    public static final String USERS_JARS = "-Dhimalia.jars=users";

    /** The option, {@code on} or {@code off} behind it, that says whether there is a debugger. */
    private static final String DEBUGGER = "-Dhimalia.debugger=";

    public WorkerSettings {
        first = List.copyOf(first);
        options = List.copyOf(options);
        environment = Map.copyOf(environment);
    }

    /** A worker that starts where this process stands. */
    public WorkerSettings(String java, WorkerPath path, List<String> options) {
        this(java, List.of(), path, options, Path.of("").toAbsolutePath(), Map.of());
    }

    /** Returns whether the worker writes a startup cache as it ends; the JVM does that only without a debug agent. */
    boolean records() {
        return options.stream().anyMatch(option -> option.startsWith("-XX:ArchiveClassesAtExit="));
    }

    /** Returns the whole class path, in order. */
    List<String> wholePath() {
        return path.before(first);
    }

    /**
     * Returns the jars to start with; the others join once the JVM runs. A JVM opens each jar of its class path before it
     * does anything, which took a third of the start.
     */
    List<String> firstPath() {
        int joining = first.isEmpty() && !path.own().isEmpty() ? path.others().size() : 0;
        var whole = wholePath();
        return whole.subList(0, whole.size() - joining);
    }

    /** Returns the jars that join. */
    List<String> joiningPath() {
        var whole = wholePath();
        return whole.subList(firstPath().size(), whole.size());
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
        return new WorkerSettings(otherJava, first, path, otherOptions, directory, environment);
    }

    public WorkerSettings in(Path otherDirectory, Map<String, String> otherEnvironment) {
        return new WorkerSettings(java, first, path, options, otherDirectory, otherEnvironment);
    }

    /** Returns the same with other jars before ours. */
    public WorkerSettings behind(List<String> jars) {
        return new WorkerSettings(java, jars, path, options, directory, environment);
    }
}
