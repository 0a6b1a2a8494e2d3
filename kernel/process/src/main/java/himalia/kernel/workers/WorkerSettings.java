package himalia.kernel.workers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a worker is started.
 *
 * @param java the JVM to start
 * @param classPath jars, core first
 * @param options for the JVM
 * @param directory where it starts
 * @param environment variables that differ from this process's
 */
public record WorkerSettings(
        String java,
        List<String> classPath,
        List<String> options,
        Path directory,
        Map<String, String> environment) {
    public WorkerSettings {
        classPath = List.copyOf(classPath);
        options = List.copyOf(options);
        environment = Map.copyOf(environment);
    }

    /** A worker that starts where this process stands. */
    public WorkerSettings(String java, List<String> classPath, List<String> options) {
        this(java, classPath, options, Path.of("").toAbsolutePath(), Map.of());
    }

    /** Returns whether the worker writes a startup cache as it ends; the JVM does that only without a debug agent. */
    boolean records() {
        return options.stream().anyMatch(option -> option.startsWith("-XX:ArchiveClassesAtExit="));
    }

    public WorkerSettings on(String otherJava, List<String> otherOptions) {
        return new WorkerSettings(otherJava, classPath, otherOptions, directory, environment);
    }

    public WorkerSettings in(Path otherDirectory, Map<String, String> otherEnvironment) {
        return new WorkerSettings(java, classPath, options, otherDirectory, otherEnvironment);
    }
}
