package himalia.display.bundle;

import static himalia.display.bundle.Given.given;

import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
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
    /** What runs on each thread, the outermost first. */
    private static final Map<Thread, Deque<KeptWork>> RUNNING = new ConcurrentHashMap<>();

    private final Thread thread = Thread.currentThread();
    private final Runnable telling;
    private volatile boolean isTold;
    private volatile boolean isOver;
    private volatile boolean isGivenUp;
    private volatile boolean isInterrupted;

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
        RUNNING.compute(work.thread, (thread, all) -> with(work, all));
        return work;
    }

    private static Deque<KeptWork> with(KeptWork work, @Nullable Deque<KeptWork> others) {
        var all = others == null ? new ConcurrentLinkedDeque<KeptWork>() : others;
        all.addLast(work);
        return all;
    }

    /** Returns what runs on a thread now, the outermost of it; asked by the process that runs the cells. */
    public static Optional<KeptWork> on(Thread thread) {
        var all = RUNNING.get(given(thread, "thread"));
        return all == null ? Optional.empty() : Optional.ofNullable(all.peekFirst());
    }

    /** Says that an interrupt waits for it; said by the process that runs the cells, since code on the thread may swallow what it hears of one. */
    public void interrupt() {
        isInterrupted = true;
    }

    /** Returns whether an interrupt waits for it, or for what it is a part of. */
    public boolean isInterrupted() {
        return isInterrupted || on(thread).filter(outermost -> outermost.isInterrupted).isPresent();
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
        return isOver || isGivenUp;
    }

    /** Lets nobody wait any more for it, nor for what else runs on its thread, though it goes on. */
    public void giveUp() {
        isGivenUp = true;
        var all = RUNNING.get(thread);
        if (all != null && all.contains(this)) {
            RUNNING.remove(thread, all);
            all.forEach(each -> each.isGivenUp = true);
        }
    }

    /** Returns whether it was given up before it was over. */
    public boolean isGivenUp() {
        return isGivenUp;
    }

    @Override
    public void close() {
        isOver = true;
        RUNNING.computeIfPresent(
                thread, (any, all) -> all.remove(this) && all.isEmpty() ? null : all);
    }
}
