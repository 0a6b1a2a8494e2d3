package himalia.client;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a kernel is started.
 *
 * <pre>{@code
 * new LaunchSpec(List.of("java", "-jar", "kernel.jar", "{connection_file}"), Map.of(), Path.of("."))
 * }</pre>
 *
 * @param argv the command, as in a kernel spec; <code>{connection_file}</code> stands for the file that we write
 * @param env what is added to our own environment
 * @param directory where relative paths of the notebook begin
 */
public record LaunchSpec(List<String> argv, Map<String, String> env, Path directory) {
    static final String PLACEHOLDER = "{connection_file}";

    public LaunchSpec {
        argv = List.copyOf(argv);
        env = Map.copyOf(env);
        if (argv.stream().noneMatch(word -> word.contains(PLACEHOLDER))) {
            throw new IllegalArgumentException(
                    "argv must hold " + PLACEHOLDER + " somewhere, got " + argv);
        }
    }

    /** Returns the command with the path of the connection file in place. */
    List<String> command(Path connectionFile) {
        return argv.stream()
                .map(word -> word.replace(PLACEHOLDER, connectionFile.toString()))
                .toList();
    }
}
