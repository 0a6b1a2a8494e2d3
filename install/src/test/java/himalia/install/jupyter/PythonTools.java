package himalia.install.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.install.lab.Programs;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Jupyter's own programs in a Python environment that the tests make for themselves, once, in this user's cache folder.
 * Where it cannot be had, the tests that ask for it are skipped, with the reason; in the gate they fail.
 *
 * @param folder of the environment
 * @param packages what is in it
 */
record PythonTools(Path folder, List<String> packages) {
    private static final List<String> PACKAGES =
            List.of(
                    "jupyter_kernel_test==0.7.*",
                    "jupyter_client>=8.6,<9",
                    "nbconvert==7.17.*",
                    "papermill==2.7.*",
                    "jupyter_console==6.6.*");

    /** For tests in a browser: an environment of its own, because it is large. */
    private static final List<String> LAB =
            List.of("jupyterlab>=4.4,<5", "jupyterlab_widgets>=3,<4");

    /** What reads and writes files of tables, to hold ours against. */
    private static final List<String> DATA =
            List.of("fastavro==1.13.*", "numpy==2.*", "pyarrow==26.*");

    /** An environment of its own, because it brings half of Python's data libraries. */
    private static final List<String> FEAST = List.of("feast==0.67.*");

    /** What samples classes, to hold ours against. */
    private static final List<String> IMBALANCED =
            List.of("imbalanced-learn==0.14.*", "scikit-learn==1.9.*", "numpy==2.*");

    /** What searches settings, to open our studies with. */
    private static final List<String> OPTUNA = List.of("optuna==4.9.*");

    /** Returns the tools, or skips the test that asks (the gate fails it). */
    static PythonTools orSkip() throws IOException, InterruptedException {
        return orSkip("test-tools-", PACKAGES);
    }

    /** Returns an environment with JupyterLab and what draws widgets in it, or skips the test that asks (the gate fails it). */
    static PythonTools withLabOrSkip() throws IOException, InterruptedException {
        return orSkip("test-lab-", LAB);
    }

    /** Returns an environment with Python's readers of files of tables in it, or skips the test that asks (the gate fails it). */
    static PythonTools withDataOrSkip() throws IOException, InterruptedException {
        return orSkip("test-data-", DATA);
    }

    /** Returns an environment with Feast in it, or skips the test that asks (the gate fails it). */
    static PythonTools withFeastOrSkip() throws IOException, InterruptedException {
        return orSkip("test-feast-", FEAST);
    }

    /** Returns an environment with imbalanced-learn in it, or skips the test that asks (the gate fails it). */
    static PythonTools withImbalancedOrSkip() throws IOException, InterruptedException {
        return orSkip("test-imbalanced-", IMBALANCED);
    }

    /** Returns an environment with Optuna in it, or skips the test that asks (the gate fails it). */
    static PythonTools withOptunaOrSkip() throws IOException, InterruptedException {
        return orSkip("test-optuna-", OPTUNA);
    }

    private static PythonTools orSkip(String prefix, List<String> packages)
            throws IOException, InterruptedException {
        var caches =
                Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                        .filter(value -> !value.isBlank())
                        .map(Path::of)
                        .orElse(Path.of(System.getProperty("user.home"), ".cache"));
        var name = prefix + Integer.toHexString(packages.hashCode());
        var tools = new PythonTools(caches.resolve("himalia").resolve(name), packages);
        Files.createDirectories(tools.folder());
        // Several builds on one machine may ask at the same time.
        try (var channel =
                        FileChannel.open(
                                tools.folder().resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            tools.make();
        }
        return tools;
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private void make() throws IOException, InterruptedException {
        var done = folder.resolve("complete");
        if (Files.exists(done)) {
            return;
        }
        var python = new Programs(System.getenv()).find("python3");
        Needs.that(python.isPresent(), "no python3 on the PATH");
        Needs.that(
                Programs.run(List.of(python.get().toString(), "-m", "venv", folder.toString()))
                        == 0,
                "python3 has no venv module");
        var pip =
                new ArrayList<>(
                        List.of(program("python").toString(), "-m", "pip", "install", "--quiet"));
        pip.addAll(packages);
        Needs.that(Programs.run(pip) == 0, "pip could not install " + packages);
        Files.writeString(done, String.join("\n", packages));
    }

    /** Runs a program of the environment; returns its status and all it said. */
    Said run(Path directory, Map<String, String> environment, String input, List<String> command)
            throws IOException, InterruptedException {
        var log = Files.createTempFile("himalia-", ".log");
        try {
            var builder =
                    new ProcessBuilder(command)
                            .directory(directory.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            try (var stdin = process.outputWriter()) {
                stdin.write(input);
            }
            if (!process.waitFor(300, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            return new Said(process.waitFor(), Files.readString(log));
        } finally {
            Files.delete(log);
        }
    }

    /**
     * What a program said.
     *
     * @param status its exit status
     * @param words both its streams
     */
    record Said(int status, String words) {}

    /** Runs a script in a folder, which must end well, and returns what it said. */
    String python(Path folder, String script) throws IOException, InterruptedException {
        var said = run(folder, Map.of(), "", List.of(program("python").toString(), "-c", script));
        assertThat(said.status()).as(said.words()).isZero();
        return said.words().strip();
    }
}
