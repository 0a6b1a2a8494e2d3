package himalia.install.kernelspec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks the Python on the PATH where its environment lies: its {@code sys.prefix}. */
public final class PythonPrefix {
    private PythonPrefix() {}

    /** Returns the prefix of the first Python on the PATH; empty where none answers. */
    public static Optional<Path> find() {
        return List.of("python3", "python").stream()
                .flatMap(name -> ask(name).stream())
                .findFirst();
    }

    /** Returns the prefix of one Python. */
    public static Optional<Path> ask(String python) {
        try {
            var process =
                    new ProcessBuilder(python, "-c", "import sys; print(sys.prefix)")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            process.getOutputStream().close();
            var answer =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                            .strip();
            if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                return Optional.empty();
            }
            return Optional.of(answer)
                    .filter(text -> !text.isEmpty())
                    .map(Path::of)
                    .filter(Files::isDirectory);
        } catch (IOException notThere) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
