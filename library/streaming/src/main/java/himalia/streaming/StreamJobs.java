package himalia.streaming;

import himalia.display.bundle.Display;
import himalia.display.bundle.Nearest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.flink.configuration.Configuration;

/** Every job that this process has begun. */
final class StreamJobs {
    /** Asks the cluster; its threads belong to no cell. */
    static final ExecutorService QUESTIONS =
            Executors.newCachedThreadPool(
                    work -> {
                        var thread =
                                new Thread(null, Display.apart(work), "himalia-jobs", 0, false);
                        thread.setDaemon(true);
                        return thread;
                    });

    /** Of those that are over the latest are kept. */
    private static final int MOST_OVER = 50;

    private static final Duration ENDS_SOON = Duration.ofSeconds(10);

    private static final Clock CLOCK = Clock.systemUTC();

    private static final List<StreamJob> JOBS = new ArrayList<>();

    private static final Map<StreamJob, JobTimes> TIMES = new ConcurrentHashMap<>();

    private StreamJobs() {}

    /** Notes a job that begins now, on the cluster that its settings name. */
    static StreamJob begun(String name, Configuration settings) {
        synchronized (JOBS) {
            var job = new StreamJob(unused(name));
            var times = new JobTimes(RemoteCluster.place(settings), CLOCK);
            job.whenOver(times::end);
            TIMES.put(job, times);
            JOBS.add(job);
            forgetOld();
            return job;
        }
    }

    private static String unused(String name) {
        var free = name;
        for (int number = 2; isTaken(free); number++) {
            free = name + " " + number;
        }
        return free;
    }

    /** One that is over frees its name. */
    private static boolean isTaken(String name) {
        return JOBS.stream().anyMatch(job -> job.isRunning() && job.name().equals(name));
    }

    /**
     * Refuses a name of the user's that a running job has: a cell that is run twice would leave the first one running, unseen. One
     * that is told to end already is waited for.
     */
    static void requireFree(String name) throws InterruptedException {
        for (var job : all()) {
            boolean taken = job.isRunning() && job.name().equals(name);
            if (taken && !(job.isEnding() && job.await(ENDS_SOON))) {
                throw new IllegalArgumentException(
                        job.isEnding()
                                ? "stream job '%s' was told to end, and has not yet; take another name"
                                        .formatted(name)
                                : "stream job '%s' runs already; Flink.job(\"%1$s\").cancel() ends it, or take another name"
                                        .formatted(name));
            }
        }
    }

    /** Returns the names of those that run, beside one. */
    static List<String> runningBeside(StreamJob other) {
        return all().stream()
                .filter(job -> job != other && job.isRunning())
                .map(StreamJob::name)
                .toList();
    }

    private static void forgetOld() {
        var over = JOBS.stream().filter(job -> !job.isRunning()).toList();
        var old = over.subList(0, Math.max(0, over.size() - MOST_OVER));
        JOBS.removeAll(old);
        old.forEach(TIMES::remove);
    }

    /** Returns where and when it runs; nothing of one that was forgotten. */
    static Optional<JobTimes> times(StreamJob job) {
        return Optional.ofNullable(TIMES.get(job));
    }

    static List<StreamJob> all() {
        synchronized (JOBS) {
            return List.copyOf(JOBS);
        }
    }

    /** Returns the latest of that name: one that runs began after those that are over, whose name it took. */
    static StreamJob named(String name) {
        var all = all();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).name().equals(name)) {
                return all.get(i);
            }
        }
        var names = all.stream().map(StreamJob::name).distinct().toList();
        throw new IllegalArgumentException(
                names.isEmpty()
                        ? "no stream job '" + name + "'; none was started"
                        : "no stream job '%s'%s There are: %s"
                                .formatted(
                                        name,
                                        Nearest.to(name, names)
                                                .map(near -> "; did you mean '" + near + "'?")
                                                .orElse("."),
                                        String.join(", ", names)));
    }
}
