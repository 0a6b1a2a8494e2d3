package himalia.streaming;

import himalia.display.bundle.Display;
import himalia.display.bundle.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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

    private static final List<StreamJob> JOBS = new ArrayList<>();

    private StreamJobs() {}

    static StreamJob begun(String name) {
        synchronized (JOBS) {
            var job = new StreamJob(unused(name));
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

    private static boolean isTaken(String name) {
        return JOBS.stream().anyMatch(job -> job.name().equals(name));
    }

    private static void forgetOld() {
        var over = JOBS.stream().filter(job -> !job.isRunning()).toList();
        JOBS.removeAll(over.subList(0, Math.max(0, over.size() - MOST_OVER)));
    }

    static List<StreamJob> all() {
        synchronized (JOBS) {
            return List.copyOf(JOBS);
        }
    }

    static StreamJob named(String name) {
        var all = all();
        for (var job : all) {
            if (job.name().equals(name)) {
                return job;
            }
        }
        var names = all.stream().map(StreamJob::name).toList();
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
