package himalia.display.bundle;

import static himalia.display.bundle.Given.given;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Work that ends with what it has when its thread is interrupted. The first interrupt of a cell waits until it is over, and ends the
 * cell then, so that what it returns still reaches its variable; a second one ends both at once.
 *
 * <pre>{@code
 * try (var work = KeptWork.begin("round")) {
 *     while (!Thread.currentThread().isInterrupted()) {
 *         best = better(best);     // one round
 *     }
 * }
 * }</pre>
 */
public final class KeptWork implements AutoCloseable {
    private static final Map<Thread, KeptWork> RUNNING = new ConcurrentHashMap<>();

    private final Thread thread = Thread.currentThread();
    private final Runnable telling;
    private boolean isTold;
    private volatile boolean isOver;
    private volatile boolean isGivenUp;

    private KeptWork(Runnable telling) {
        this.telling = telling;
    }

    /**
     * Begins it on the calling thread; what it has so far is worth keeping.
     *
     * @param part what it does between two looks at the interrupt, in the singular: {@code "round"}
     */
    public static KeptWork begin(String part) {
        var words =
                MimeBundle.plain(
                        "Interrupted: it ends after the %s at hand, with the best so far. Interrupt again to end at once, without it."
                                .formatted(given(part, "part")));
        var work =
                new KeptWork(
                        Display.isWatched()
                                ? Display.inThisRun(() -> Display.display(words))
                                : () -> {});
        RUNNING.put(work.thread, work);
        return work;
    }

    /** Returns what runs on a thread now; asked by the process that runs the cells. */
    public static Optional<KeptWork> on(Thread thread) {
        return Optional.ofNullable(RUNNING.get(given(thread, "thread")));
    }

    /** Tells the user once what an interrupt waits for. */
    public synchronized void tell() {
        if (!isTold && !isOver) {
            isTold = true;
            telling.run();
        }
    }

    /** Returns whether nobody need wait for it any more. */
    public boolean isOver() {
        return isOver;
    }

    /** Lets nobody wait for it any more, though it goes on. */
    public void giveUp() {
        isGivenUp = true;
        close();
    }

    /** Returns whether it was given up before it was over. */
    public boolean isGivenUp() {
        return isGivenUp;
    }

    @Override
    public void close() {
        isOver = true;
        RUNNING.remove(thread, this);
    }
}
