package himalia.kernel.java;

import himalia.kernel.cells.DeclarationRegistry;
import himalia.kernel.classpath.CompilerPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jdk.jshell.JShell;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/** JShell, made when it is first needed. */
final class LazyShell {
    private final SnippetRunner runner;
    private final Places places;
    private final CompilerPath path;
    private final Supplier<DeclarationRegistry> names;
    private final List<String> options;
    private int temporaries;
    private @Nullable JShell shell;

    /**
     * No JShell yet.
     *
     * @param runner runs its snippets
     * @param places names them
     * @param path the class path it begins with
     * @param names what cells declared when it is made
     * @param options of its compiler then
     */
    LazyShell(
            SnippetRunner runner,
            Places places,
            CompilerPath path,
            Supplier<DeclarationRegistry> names,
            List<String> options) {
        this.runner = runner;
        this.places = places;
        this.path = path;
        this.names = names;
        this.options = options;
    }

    JShell get() {
        var made = shell;
        if (made == null) {
            made =
                    JShell.builder()
                            .executionEngine(new Provider(runner), Map.of())
                            .fileManager(disk -> new ShellFiles(disk, names.get(), path.first()))
                            .idGenerator((snippet, i) -> places.nextId(snippet))
                            .tempVariableNameGenerator(() -> "value$" + ++temporaries)
                            .compilerOptions(compilerOptions())
                            .build();
            shell = made;
            addJars(path.all());
        }
        return made;
    }

    /** Returns it, where it was made. */
    Optional<JShell> ifMade() {
        return Optional.ofNullable(shell);
    }

    private String[] compilerOptions() {
        var all = new ArrayList<>(options);
        // Names of local variables, for the debugger.
        all.add("-g");
        return all.toArray(String[]::new);
    }

    /** Appends jars to its class path, where it was made: else it begins with them. */
    void addJars(List<String> jars) {
        if (shell != null && !jars.isEmpty()) {
            shell.addToClasspath(String.join(java.io.File.pathSeparator, jars));
        }
    }

    /** Forgets it, with all that it knows; not closed, which would end what runs its snippets. */
    void forget() {
        shell = null;
    }

    private record Provider(SnippetRunner runner) implements ExecutionControlProvider {
        @Override
        public String name() {
            return "himalia";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
            return new ShellControl(runner);
        }
    }
}
