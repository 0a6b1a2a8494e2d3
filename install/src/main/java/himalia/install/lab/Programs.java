package himalia.install.lab;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Programs of this machine: where they are, and what they answer. */
public final class Programs {
    private final Map<String, String> environment;

    /**
     * Looks along the environment's {@code PATH}.
     *
     * @param environment of the process
     */
    public Programs(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Returns where a program is; on Windows its name has an ending. */
    public Optional<Path> find(String name) {
        for (var folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            for (var ending : List.of("", ".exe", ".cmd", ".bat")) {
                var program = Path.of(folder.isEmpty() ? "." : folder).resolve(name + ending);
                if (Files.isRegularFile(program) && Files.isExecutable(program)) {
                    return Optional.of(program.toAbsolutePath());
                }
            }
        }
        return Optional.empty();
    }

    /** Returns what a command prints; empty where it cannot be run, fails, or takes longer than half a minute. */
    public static Optional<String> ask(List<String> command) {
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            process.getOutputStream().close();
            process.onExit().orTimeout(30, TimeUnit.SECONDS).exceptionally(late -> end(process));
            var answer =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(answer.strip()) : Optional.empty();
        } catch (IOException notThere) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Runs a command in view of the user and returns its status. */
    public static int run(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static Process end(Process process) {
        process.destroyForcibly();
        return process;
    }
}
