package himalia.install.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A Python environment of Himalia's own with JupyterLab in it, for those who have none. It touches nothing else, and
 * removing its folder removes all of it.
 *
 * @param folder where it lies
 */
public record PrivateLab(Path folder) {
    /** What is put into it: the lab, and what draws widgets in it. */
    private static final List<String> PACKAGES =
            List.of("jupyterlab>=4.4,<5", "jupyterlab_widgets>=3,<4");

    /** Returns the one in this user's cache folder. */
    public static PrivateLab here() {
        return in(
                System.getProperty("os.name", ""),
                System.getenv(),
                Path.of(System.getProperty("user.home")));
    }

    static PrivateLab in(String system, Map<String, String> environment, Path userHome) {
        var name = system.toLowerCase(Locale.ROOT);
        Path caches;
        if (name.startsWith("windows")) {
            caches =
                    set(environment, "LOCALAPPDATA")
                            .orElse(userHome.resolve("AppData").resolve("Local"));
        } else if (name.startsWith("mac")) {
            caches = userHome.resolve("Library").resolve("Caches");
        } else {
            caches = set(environment, "XDG_CACHE_HOME").orElse(userHome.resolve(".cache"));
        }
        return new PrivateLab(caches.resolve("himalia").resolve("lab"));
    }

    private static Optional<Path> set(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    /** Returns the lab in it, where it was made before. */
    public Optional<Lab> find() {
        var jupyter = program("jupyter");
        return Files.isExecutable(jupyter) ? Lab.at(jupyter) : Optional.empty();
    }

    /** Makes it with the given Python, in view of the user. */
    public Lab make(Path python) throws IOException, InterruptedException {
        Files.createDirectories(folder.getParent());
        step(
                List.of(python.toString(), "-m", "venv", folder.toString()),
                python + " has no venv module; on Debian: apt install python3-venv");
        var install =
                new ArrayList<>(
                        List.of(
                                program("python").toString(),
                                "-m",
                                "pip",
                                "install",
                                "--quiet",
                                "--disable-pip-version-check"));
        install.addAll(PACKAGES);
        step(install, "pip could not install jupyterlab; is there a network?");
        return find().orElseThrow(
                        () -> new IOException("JupyterLab does not start from " + folder));
    }

    private static void step(List<String> command, String otherwise)
            throws IOException, InterruptedException {
        if (Programs.run(command) != 0) {
            throw new IOException(otherwise);
        }
    }

    private Path program(String name) {
        var windows = folder.resolve("Scripts");
        return Files.isDirectory(windows)
                ? windows.resolve(name + ".exe")
                : folder.resolve("bin").resolve(name);
    }
}
