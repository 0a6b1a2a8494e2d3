package himalia.kernel.questions;

import himalia.kernel.java.Interpreter;
import himalia.kernel.settings.WorkerOptions;
import himalia.kernel.workers.WorkerSettings;
import himalia.kernel.workers.WorkerTrial;
import himalia.kernel.workers.Workers;
import himalia.link.question.ClassPathQuestion;
import himalia.link.question.JarsQuestion;
import himalia.link.question.JvmQuestion;
import himalia.link.question.NextWorkerQuestion;
import himalia.link.question.StacksQuestion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers what magics ask of the process that runs the cells: its JVM, its class path, where the next one starts. */
public final class WorkerAnswers {
    private final Workers workers;
    private final Interpreter interpreter;

    public WorkerAnswers(Workers workers, Interpreter interpreter) {
        this.workers = workers;
        this.interpreter = interpreter;
    }

    /** Says what it answers. */
    public void register(Questions questions) {
        questions.put(JvmQuestion.NAME, JvmQuestion::from, this::jvm);
        questions.put(NextWorkerQuestion.NAME, NextWorkerQuestion::from, this::nextWorker);
        questions.put(
                JarsQuestion.NAME,
                JarsQuestion::from,
                (cell, asked) -> {
                    add(cell, workers, interpreter, asked.files());
                    return null;
                });
        questions.put(
                StacksQuestion.NAME,
                StacksQuestion::from,
                (cell, asked) -> asked.stacks().stream().map(interpreter::told).toList());
        questions.put(
                ClassPathQuestion.NAME,
                ClassPathQuestion::from,
                (cell, asked) -> workers.addedJars());
    }

    private Map<String, Object> jvm(long cell, JvmQuestion asked) {
        var before = workers.settings();
        var next = before;
        if (asked.restart()) {
            var options = new ArrayList<>(before.options());
            options.removeIf(option -> asked.remove().stream().anyMatch(option::startsWith));
            options.addAll(asked.options());
            next = before.on(asked.java().isEmpty() ? before.java() : asked.java(), options);
            if (!next.equals(before)) {
                WorkerTrial.check(before, next);
            }
            var after = next;
            interpreter.thenRenew(
                    cell, () -> workers.settings(after), () -> workers.settings(before));
        }
        var set = new ArrayList<>(next.options());
        set.removeAll(WorkerOptions.ours());
        return Map.of(
                "set",
                set,
                "java",
                next.java(),
                "options",
                next.options(),
                "compiler",
                (long) Runtime.version().feature());
    }

    private @Nullable Object nextWorker(long cell, NextWorkerQuestion asked) {
        var settings = workers.settings();
        var directory =
                asked.directory().isEmpty() ? settings.directory() : Path.of(asked.directory());
        var environment = new HashMap<>(settings.environment());
        environment.putAll(asked.environment());
        var options = new ArrayList<>(settings.options());
        options.addAll(asked.options());
        WorkerSettings next = settings.in(directory, environment);
        workers.settings(next.on(next.java(), options));
        return null;
    }

    /** Puts jars on the class paths of the worker and the compiler. */
    static void add(long cell, Workers workers, Interpreter interpreter, List<String> files) {
        interpreter.checkJars(files);
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
}
