package himalia.kernel;

import himalia.kernel.java.Interpreter;
import himalia.kernel.maven.MavenResolver;
import himalia.kernel.session.Questions;
import himalia.kernel.workers.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers what {@code %maven} asks: resolves, and puts the jars on the class paths of the worker and the compiler. */
final class MavenQuestion implements Questions.Answerer {
    private final Home home;
    private final Workers workers;
    private final Interpreter interpreter;
    private final Set<String> repositories = new LinkedHashSet<>();
    private @Nullable MavenResolver resolver;

    MavenQuestion(Home home, Workers workers, Interpreter interpreter) {
        this.home = home;
        this.workers = workers;
        this.interpreter = interpreter;
    }

    @Override
    public synchronized Map<String, List<String>> answer(Map<String, @Nullable Object> arguments) {
        var asked = new LinkedHashMap<String, List<String>>();
        arguments.forEach((name, value) -> asked.put(name, WorkerQuestions.texts(value)));
        repositories.addAll(asked.getOrDefault("remember", List.of()));
        var urls = new ArrayList<>(asked.getOrDefault("repositories", List.of()));
        urls.addAll(repositories);
        asked.put("repositories", urls);
        if (asked.getOrDefault("coordinates", List.of()).isEmpty()
                && asked.getOrDefault("pom", List.of()).isEmpty()) {
            return Map.of("repositories", urls);
        }
        if (workers.addedJars().isEmpty()) {
            resolver().forget();
        }
        var resolved = resolver().resolve(asked);
        WorkerQuestions.add(workers, interpreter, resolved.jars());
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
}
