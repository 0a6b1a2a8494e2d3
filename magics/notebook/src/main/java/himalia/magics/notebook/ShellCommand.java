package himalia.magics.notebook;

import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs a script in a shell, and passes on what it writes while it runs. */
final class ShellCommand {
    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    private final List<String> shell;

    /** How a failure begins: a line is named as it is written, of a script its first one. */
    private final String failed;

    private ShellCommand(List<String> shell, String failed) {
        this.shell = shell;
        this.failed = failed;
    }

    /** The shell that every system has: {@code /bin/sh}, or {@code cmd} on Windows. */
    static ShellCommand ofSystem() {
        return new ShellCommand(WINDOWS ? List.of("cmd", "/c") : List.of("/bin/sh", "-c"), "!");
    }

    /** The first bash on the notebook's {@code PATH}. */
    static ShellCommand bash(Notebook notebook) {
        var variable = notebook.environment().get("PATH");
        var path = variable == null ? System.getenv().getOrDefault("PATH", "") : variable;
        var bash =
                Stream.of(path.split(File.pathSeparator))
                        .map(folder -> program(folder, WINDOWS ? "bash.exe" : "bash"))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new MagicException(
                                                "%%bash: there is no bash on the PATH ("
                                                        + path
                                                        + "); install it, or use !command, which"
                                                        + " runs in "
                                                        + (WINDOWS ? "cmd" : "/bin/sh")));
        return new ShellCommand(List.of(bash.toString(), "-c"), "%%bash: ");
    }

    private static Optional<Path> program(String folder, String name) {
        try {
            return Optional.of(Path.of(folder, name)).filter(Files::isExecutable);
        } catch (InvalidPathException e) {
            // What is no folder holds no program.
            return Optional.empty();
        }
    }

    /** Runs a script to its end; an interrupt ends it, with all that it has started. */
    void run(String script, Notebook notebook) throws IOException, InterruptedException {
        run(script, notebook, System.out::print);
    }

    /** Runs it likewise, and hands on what it writes, piece by piece, from another thread. */
    void run(String script, Notebook notebook, Consumer<String> output)
            throws IOException, InterruptedException {
        var words = new ArrayList<>(shell);
        words.add(script);
        var builder = new ProcessBuilder(words).directory(notebook.directory().toFile());
        builder.environment().putAll(notebook.environment());
        var process = builder.start();
        try {
            process.getOutputStream().close();
            // This thread reads nothing itself: no interrupt reaches one that reads from a pipe.
            var written = passing(process.getInputStream(), output);
            var errors = passing(process.getErrorStream(), System.err::print);
            int status = process.waitFor();
            written.join();
            errors.join();
            if (status != 0) {
                var line = script.strip().lines().findFirst().orElse("");
                throw new MagicException(failed + line + " ended with status " + status);
            }
        } finally {
            var children = process.descendants().toList();
            process.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** Starts a thread, which prints to this cell as all do that a cell starts. */
    private static Thread passing(InputStream from, Consumer<String> to) {
        var thread = new Thread(() -> pass(from, to), "shell-output");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void pass(InputStream from, Consumer<String> to) {
        var buffer = new char[4096];
        try (var reader = new InputStreamReader(from, StandardCharsets.UTF_8)) {
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                to.accept(new String(buffer, 0, count));
            }
        } catch (IOException e) {
            // The process was ended while we read.
        }
    }
}
