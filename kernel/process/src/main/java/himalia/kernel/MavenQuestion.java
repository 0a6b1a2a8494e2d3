package himalia.kernel;

import himalia.kernel.java.Interpreter;
import himalia.kernel.maven.MavenResolver;
import himalia.kernel.session.Questions;
import himalia.kernel.workers.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers what {@code %maven} asks: resolves, and puts the jars on the class paths of the worker and the compiler. */
final class MavenQuestion implements Questions.Answerer {
    private final Home home;
    private final Workers workers;
    private final Interpreter interpreter;
    private @Nullable MavenResolver resolver;

    MavenQuestion(Home home, Workers workers, Interpreter interpreter) {
        this.home = home;
        this.workers = workers;
        this.interpreter = interpreter;
    }

    @Override
    public synchronized Map<String, List<String>> answer(Map<String, @Nullable Object> arguments) {
        var resolved =
                resolver()
                        .resolve(
                                texts(arguments.get("coordinates")),
                                texts(arguments.get("repositories")));
        try {
            workers.addJars(resolved.jars());
        } catch (IOException e) {
            throw new IllegalArgumentException("the jars could not be added: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException("interrupted before the jars were added", e);
        }
        interpreter.addJars(resolved.jars());
        return Map.of("added", resolved.added(), "notes", resolved.notes());
    }

    private MavenResolver resolver() {
        var known = resolver;
        if (known == null) {
            Path folder = home.folder();
            if (folder == null) {
                throw new IllegalArgumentException(
                        "%maven needs an installed Himalia; build one with './himalia install'");
            }
            known = new MavenResolver(folder);
            resolver = known;
        }
        return known;
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof Collection<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }
}
