package himalia.install.kernelspec;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where front ends look for kernels, as Jupyter's own programs do.
 *
 * @param system the operating system's name, as Java gives it
 * @param environment the process's environment
 * @param userHome the user's folder
 */
public record SpecFolders(String system, Map<String, String> environment, Path userHome) {
    public SpecFolders {
        system = system.toLowerCase(Locale.ROOT);
        environment = Map.copyOf(environment);
    }

    /** Returns those of this process. */
    public static SpecFolders here() {
        return new SpecFolders(
                System.getProperty("os.name", ""),
                System.getenv(),
                Path.of(System.getProperty("user.home")));
    }

    /** Returns the folder of one user's kernels. */
    public Path user() {
        return data().resolve("kernels");
    }

    /** Returns the folder of an environment's kernels: a virtual environment, a conda environment, {@code /usr/local}. */
    public Path below(Path prefix) {
        return prefix.resolve("share").resolve("jupyter").resolve("kernels");
    }

    /** Returns every folder that is looked into, the first hit first. */
    public List<Path> all(Optional<Path> pythonPrefix) {
        var folders = new ArrayList<Path>();
        for (var entry :
                environment.getOrDefault("JUPYTER_PATH", "").split(File.pathSeparator, -1)) {
            if (!entry.isBlank()) {
                folders.add(Path.of(entry).resolve("kernels"));
            }
        }
        folders.add(user());
        pythonPrefix.ifPresent(prefix -> folders.add(below(prefix)));
        if (isWindows()) {
            value("PROGRAMDATA")
                    .ifPresent(
                            data ->
                                    folders.add(
                                            Path.of(data).resolve("jupyter").resolve("kernels")));
        } else {
            folders.add(below(Path.of("/usr/local")));
            folders.add(below(Path.of("/usr")));
        }
        return folders.stream().distinct().toList();
    }

    private Path data() {
        var chosen = value("JUPYTER_DATA_DIR");
        if (chosen.isPresent()) {
            return Path.of(chosen.get());
        }
        if (isWindows()) {
            // Not %PROGRAMDATA%: VS Code hides what lies there.
            return value("APPDATA")
                    .map(Path::of)
                    .orElseGet(() -> userHome.resolve("AppData").resolve("Roaming"))
                    .resolve("jupyter");
        }
        if (system.startsWith("mac")) {
            return userHome.resolve("Library").resolve("Jupyter");
        }
        return value("XDG_DATA_HOME")
                .map(Path::of)
                .orElseGet(() -> userHome.resolve(".local").resolve("share"))
                .resolve("jupyter");
    }

    private boolean isWindows() {
        return system.startsWith("windows");
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
