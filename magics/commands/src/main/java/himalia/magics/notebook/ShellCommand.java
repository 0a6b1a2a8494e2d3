package himalia.magics.notebook;

import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs a script in the system's shell and passes on what it writes while it runs. */
final class ShellCommand {
    private ShellCommand() {}

    static void run(String script, Notebook notebook) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(shell(script)).directory(notebook.directory().toFile());
        builder.environment().putAll(notebook.environment());
        var process = builder.start();
        process.getOutputStream().close();
        // Threads started here print to this cell. This one reads nothing: no interrupt ends a
        // read.
        var output = new Thread(() -> pass(process.getInputStream(), System.out), "shell-stdout");
        var errors = new Thread(() -> pass(process.getErrorStream(), System.err), "shell-stderr");
        output.start();
        errors.start();
        try {
            output.join();
            errors.join();
            int status = process.waitFor();
            if (status != 0) {
                throw new MagicException("the shell command ended with status " + status);
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static List<String> shell(String script) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return windows ? List.of("cmd", "/c", script) : List.of("/bin/sh", "-c", script);
    }

    private static void pass(InputStream from, PrintStream to) {
        var buffer = new char[4096];
        try (var reader = new InputStreamReader(from, StandardCharsets.UTF_8)) {
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                to.print(new String(buffer, 0, count));
            }
        } catch (IOException e) {
            // The process was ended while we read.
        }
    }
}
