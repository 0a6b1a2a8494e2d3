package himalia.kernel.workers;

import himalia.link.LinkMessage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A cell on its way through a worker. */
final class RunningCell {
    private final String lane;

    /** How many of its invocations have not returned: code may evaluate code. */
    private int depth;

    private boolean begun;
    private boolean awaited;

    /** Whether a worker was lost over classes that the next invocation needs. */
    private boolean unloaded;

    /** The classes that the next invocation needs; null where they are all there. */
    private @Nullable PendingLoad ahead;

    /** One that runs on the thread {@code lane}. */
    RunningCell(String lane) {
        this.lane = lane;
    }

    String lane() {
        return lane;
    }

    /** Notes another invocation, and returns the thread that it is for. */
    synchronized String enter() {
        depth++;
        return lane + (depth == 1 ? "" : " inner " + (depth - 1));
    }

    /** Notes that an invocation has returned, and what it gave. */
    synchronized void leave(LinkMessage answer) {
        depth--;
        awaited |= answer.name().equals("failed") || answer.flag("live");
    }

    /** Notes classes that the next invocation needs. */
    synchronized void needs(PendingLoad pending) {
        ahead = pending;
    }

    /** Returns the classes that the next invocation needs. */
    synchronized PendingLoad ahead() {
        return ahead == null ? PendingLoad.NONE : ahead;
    }

    /** Returns the same, for that invocation alone. */
    synchronized PendingLoad takeAhead() {
        var pending = ahead();
        ahead = null;
        return pending;
    }

    /**
     * Waits for the classes that are on their way. Where the worker is lost over them, the invocation that follows says so.
     *
     * @throws NotLoadedException where the worker does not take them
     */
    void awaitLoaded() throws NotLoadedException, InterruptedException {
        var pending = takeAhead();
        try {
            pending.await();
        } catch (NotLoadedException e) {
            throw e;
        } catch (IOException e) {
            synchronized (this) {
                unloaded = true;
            }
        }
    }

    /** Returns, once, whether the next invocation lacks classes because a worker was lost over them. */
    synchronized boolean takeUnloaded() {
        boolean was = unloaded;
        unloaded = false;
        return was;
    }

    /** Notes that a worker has begun to run it. */
    synchronized void begins() {
        begun = true;
    }

    synchronized boolean hasBegun() {
        return begun;
    }

    /** Returns whether something may be seen of it when it ends. */
    synchronized boolean isAwaited() {
        return awaited;
    }
}
