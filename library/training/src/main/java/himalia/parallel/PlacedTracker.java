package himalia.parallel;

import static himalia.display.bundle.Given.given;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where {@link PlacedWorker}s of several machines find each other: XGBoost's tracker, in a process of its own beside this one.
 *
 * <pre>{@code
 * try (var tracker = PlacedTracker.start(2, "10.0.0.7", List.of())) {
 *     display(tracker.words());     // what both workers are to know
 *     tracker.await();
 * }
 * }</pre>
 */
public final class PlacedTracker implements AutoCloseable {
    private final LoneProcess process;

    private PlacedTracker(LoneProcess process) {
        this.process = process;
    }

    /**
     * Starts it.
     *
     * @param workers how many it waits for
     * @param host the address of this machine that they can reach
     * @param jars what the process finds its classes in, before those that this one has
     * @throws IllegalStateException if it does not start
     */
    public static PlacedTracker start(int workers, String host, List<Path> jars) {
        given(host, "host");
        given(jars, "jars");
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1, got " + workers);
        }
        return new PlacedTracker(LoneProcess.start(jars, TrackerTask.bytes(workers, host)));
    }

    /** Returns what a worker is to know of it: {@code {dmlc_tracker_uri=10.0.0.7, …}}. */
    public Map<String, String> words() {
        try {
            return TrackerTask.words(process.ask(TrackerTask.BEGIN));
        } catch (IOException e) {
            throw new IllegalStateException("the tracker cannot be understood: " + e, e);
        }
    }

    /** Waits until all workers have parted; an interrupt ends it as a {@link java.util.concurrent.CancellationException}. */
    public void await() {
        process.ask(TrackerTask.AWAIT);
    }

    /** Ends the process, whatever it does. */
    @Override
    public void close() {
        process.close();
    }
}
