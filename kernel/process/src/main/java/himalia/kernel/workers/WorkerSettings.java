package himalia.kernel.workers;

import java.util.List;

/**
 * How a worker is started.
 *
 * @param java the JVM to start
 * @param classPath jars, core first
 * @param options for the JVM
 */
public record WorkerSettings(String java, List<String> classPath, List<String> options) {
    public WorkerSettings {
        classPath = List.copyOf(classPath);
        options = List.copyOf(options);
    }
}
