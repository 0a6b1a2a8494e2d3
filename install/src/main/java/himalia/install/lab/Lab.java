package himalia.install.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JupyterLab that can be started.
 *
 * @param jupyter its {@code jupyter} program
 * @param version such as 4.6.1
 */
public record Lab(Path jupyter, String version) {
    /** Finds the one that {@code JUPYTER} names, or the one on the PATH. */
    public static Optional<Lab> find(Map<String, String> environment) {
        var named = environment.getOrDefault("JUPYTER", "");
        if (!named.isBlank()) {
            var lab = at(Path.of(named));
            if (lab.isEmpty()) {
                throw new IllegalArgumentException(
                        "JUPYTER is "
                                + named
                                + ", but '"
                                + named
                                + " lab --version' gives no answer; install jupyterlab there, or"
                                + " unset it");
            }
            return lab;
        }
        return new Programs(environment).find("jupyter").flatMap(Lab::at);
    }

    /** Asks a {@code jupyter} program for its lab. */
    public static Optional<Lab> at(Path jupyter) {
        return Programs.ask(List.of(jupyter.toString(), "lab", "--version"))
                .filter(answer -> !answer.isEmpty() && Character.isDigit(answer.charAt(0)))
                .map(version -> new Lab(jupyter, version));
    }

    /** Returns the Python beside it, whose environment it belongs to. */
    public Optional<Path> python() {
        for (var name : List.of("python3", "python", "python.exe")) {
            var python = jupyter.resolveSibling(name);
            if (Files.isExecutable(python)) {
                return Optional.of(python);
            }
        }
        return Optional.empty();
    }
}
