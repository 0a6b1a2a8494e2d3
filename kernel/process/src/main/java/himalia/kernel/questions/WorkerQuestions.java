package himalia.kernel.questions;

import himalia.kernel.java.Interpreter;
import himalia.kernel.workers.Stacks;
import himalia.kernel.workers.WorkerSettings;
import himalia.kernel.workers.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers what magics ask of the process that runs the cells: its JVM, its class path, where the next one starts. */
public final class WorkerQuestions {
    private final Workers workers;
    private final Interpreter interpreter;

    public WorkerQuestions(Workers workers, Interpreter interpreter) {
        this.workers = workers;
        this.interpreter = interpreter;
    }

    public void register(Questions questions) {
        questions.putForCells("jvm", this::jvm);
        questions.put("next worker", this::nextWorker);
        questions.putForCells("jars", this::jars);
        questions.put(
                "stacks",
                arguments ->
                        Stacks.read(arguments.get("stacks")).stream()
                                .map(interpreter::told)
                                .toList());
        questions.put("class path", arguments -> workers.addedJars());
    }

    /** Starts a new worker: {@code java}, {@code remove} (prefixes of options) and {@code options}. */
    private Map<String, Object> jvm(long cell, Map<String, @Nullable Object> arguments) {
        var before = workers.settings();
        var next = before;
        if (!arguments.isEmpty()) {
            var options = new ArrayList<>(before.options());
            var remove = texts(arguments.get("remove"));
            options.removeIf(option -> remove.stream().anyMatch(option::startsWith));
            options.addAll(texts(arguments.get("options")));
            var java = arguments.get("java") instanceof String text ? text : before.java();
            next = before.on(java, options);
            var after = next;
            interpreter.thenRenew(
                    cell, () -> workers.settings(after), () -> workers.settings(before));
        }
        return Map.of(
                "java",
                next.java(),
                "options",
                next.options(),
                "compiler",
                (long) Runtime.version().feature());
    }

    /** Notes where the next worker starts: {@code directory}, {@code environment}, {@code options}. */
    private @Nullable Object nextWorker(Map<String, @Nullable Object> arguments) {
        var settings = workers.settings();
        var directory =
                arguments.get("directory") instanceof String text
                        ? Path.of(text)
                        : settings.directory();
        var environment = new HashMap<>(settings.environment());
        if (arguments.get("environment") instanceof Map<?, ?> changed) {
            changed.forEach((name, value) -> environment.put(text(name), text(value)));
        }
        var options = new ArrayList<>(settings.options());
        options.addAll(texts(arguments.get("options")));
        WorkerSettings next = settings.in(directory, environment);
        workers.settings(next.on(next.java(), options));
        return null;
    }

    private @Nullable Object jars(long cell, Map<String, @Nullable Object> arguments) {
        add(cell, workers, interpreter, texts(arguments.get("files")));
        return null;
    }

    /** Puts jars on the class paths of the worker and the compiler. */
    static void add(long cell, Workers workers, Interpreter interpreter, List<String> files) {
        try {
            workers.addJars(files);
        } catch (IOException e) {
            throw new IllegalArgumentException("the jars could not be added: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException("interrupted before the jars were added", e);
        }
        interpreter.addJars(cell, files);
    }

    static List<String> texts(@Nullable Object list) {
        return list instanceof Collection<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }
}
