package himalia.magics.spi;

import himalia.display.bundle.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Work that goes on while other cells run: {@code %jobs} lists it.
 *
 * <pre>{@code
 * Jobs.start("index", () -> {
 *     for (int i = 0; i < files.size(); i++) {
 *         Jobs.progress(i + " of " + files.size());
 *         index(files.get(i));
 *     }
 * });
 * }</pre>
 *
 * <p>What it prints appears below the cell that started it. An interrupt of a cell does not end it; {@code %jobs end
 * index} and the end of the session do.
 */
public final class Jobs {
    static final InheritableThreadLocal<@Nullable Job> CURRENT = new InheritableThreadLocal<>();

    /** How long the end of the session waits for all of them, in milliseconds. */
    private static final long AT_THE_END = 1_000;

    private static final Map<String, Job> JOBS = new LinkedHashMap<>();

    /** When nobody waits for them any more; 0 before the session's end. */
    private static long endsAt;

    private Jobs() {}

    /** Starts work that gives something. */
    public static Job start(String name, Callable<?> work) {
        if (name == null || name.isBlank()) {
            throw new MagicException("a job needs a name, by which %jobs lists and ends it");
        }
        Objects.requireNonNull(work, "the work of job " + name);
        var notebook = CurrentNotebook.get();
        var job = new Job(name);
        synchronized (JOBS) {
            var before = JOBS.get(name);
            if (before != null && before.state() == Job.State.RUNNING) {
                throw new MagicException(
                        "job '%s' runs already; end it with %%jobs end %s, or take another name"
                                .formatted(name, name));
            }
            JOBS.remove(name);
            JOBS.put(name, job);
        }
        job.start(notebook, work, Jobs::endAll);
        return job;
    }

    /** All at once: the servers that are closed behind them wait for none in particular. */
    private static void endAll() throws InterruptedException {
        var running = list().stream().filter(job -> job.state() == Job.State.RUNNING).toList();
        running.forEach(Job::end);
        long until = deadline();
        for (var job : running) {
            job.await(Math.max(0, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
        }
    }

    /** One for all: each job is an ending of its own. */
    private static long deadline() {
        synchronized (JOBS) {
            if (endsAt == 0) {
                endsAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(AT_THE_END);
            }
            return endsAt;
        }
    }

    /** Starts work that gives nothing. */
    public static Job start(String name, CurrentNotebook.Statements work) {
        Callable<@Nullable Object> action =
                () -> {
                    work.run();
                    return null;
                };
        return start(name, action);
    }

    /** Says how far the job is that this code belongs to; does nothing where it belongs to none. */
    public static void progress(String words) {
        var job = CURRENT.get();
        if (job != null) {
            job.progress(words);
        }
    }

    /** Returns all of them, those that are over too, in the order in which they began. */
    public static List<Job> list() {
        synchronized (JOBS) {
            return List.copyOf(JOBS.values());
        }
    }

    /** Returns the names of those that are not over. */
    public static List<String> running() {
        var names = new ArrayList<String>();
        for (var job : list()) {
            if (job.state() == Job.State.RUNNING) {
                names.add(job.name());
            }
        }
        return names;
    }

    /** Returns the job of that name. */
    public static Job named(String name) {
        synchronized (JOBS) {
            var job = JOBS.get(name);
            if (job != null) {
                return job;
            }
            if (JOBS.isEmpty()) {
                throw new MagicException("no job '" + name + "'; none was started");
            }
            throw new MagicException(
                    "no job '%s';%s %s"
                            .formatted(
                                    name,
                                    Nearest.to(name, JOBS.keySet())
                                            .map(near -> " did you mean '" + near + "'? There are:")
                                            .orElse(" there are:"),
                                    String.join(", ", JOBS.keySet())));
        }
    }
}
