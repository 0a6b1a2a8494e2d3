package himalia.display.bundle;

import static himalia.display.bundle.Given.given;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

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
 *
 * <p>Work may begin within work: the interrupt waits for the whole of it.
 */
public final class KeptWork implements AutoCloseable {
    private static final Map<Thread, KeptWork> RUNNING = new ConcurrentHashMap<>();

    private final Thread thread = Thread.currentThread();
    private final @Nullable KeptWork outer = RUNNING.get(thread);
    private final Runnable telling;
    private volatile boolean isTold;
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

    /** Returns what runs on a thread now, the outermost of it; asked by the process that runs the cells. */
    public static Optional<KeptWork> on(Thread thread) {
        var inner = RUNNING.get(given(thread, "thread"));
        return inner == null ? Optional.empty() : Optional.of(inner.outermost());
    }

    private KeptWork outermost() {
        return outer == null || outer.isOver() ? this : outer.outermost();
    }

    /** Tells the user once what an interrupt waits for. */
    public synchronized void tell() {
        if (!isTold && !isOver) {
            isTold = true;
            telling.run();
        }
    }

    /** Returns whether the user knows what an interrupt waits for, and what another one does. */
    public boolean isTold() {
        return isTold;
    }

    /** Returns whether nobody need wait for it any more. */
    public boolean isOver() {
        return isOver || isGivenUp();
    }

    /** Lets nobody wait for it any more, nor for what it began, though it goes on. */
    public void giveUp() {
        isGivenUp = true;
        RUNNING.remove(thread);
    }

    /** Returns whether it was given up before it was over. */
    public boolean isGivenUp() {
        return isGivenUp || outer != null && outer.isGivenUp();
    }

    @Override
    public void close() {
        isOver = true;
        RUNNING.computeIfPresent(thread, (any, inner) -> inner == this ? around() : inner);
    }

    private @Nullable KeptWork around() {
        return outer == null || outer.isOver() ? null : outer;
    }
}
