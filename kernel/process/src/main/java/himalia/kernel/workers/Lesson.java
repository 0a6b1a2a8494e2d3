package himalia.kernel.workers;

import himalia.link.LinkException;
import himalia.link.PendingReply;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Classes on their way to a worker. */
final class Lesson {
    /** Nothing to wait for. */
    static final Lesson NONE = new Lesson(null, null, () -> {}, why -> {});

    private final @Nullable PendingReply reply;
    private final Runnable taken;
    private final Lost lost;
    private @Nullable IOException failure;
    private boolean settled;

    /** Whether the worker has said itself that it has not taken them. */
    private boolean refused;

    /** Hears that a worker was lost over classes. */
    interface Lost {
        void lost(IOException why);
    }

    private Lesson(
            @Nullable PendingReply reply,
            @Nullable IOException failure,
            Runnable taken,
            Lost lost) {
        this.reply = reply;
        this.failure = failure;
        this.taken = taken;
        this.lost = lost;
    }

    /** Classes that were sent: what is done when they are taken, and when the worker is lost over them. */
    static Lesson sent(PendingReply reply, Runnable taken, Lost lost) {
        return new Lesson(reply, null, taken, lost);
    }

    /** Classes that could not be sent. */
    static Lesson unsent(IOException why, Lost lost) {
        return new Lesson(null, why, () -> {}, lost);
    }

    /**
     * Waits until the worker has them, but not for ever.
     *
     * @throws NotLoaded where it does not take them
     * @throws IOException where it is lost over them
     */
    synchronized void await() throws IOException, InterruptedException {
        if (!settled) {
            settle();
            settled = true;
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void settle() throws InterruptedException {
        try {
            if (failure != null) {
                throw failure;
            }
            if (reply != null) {
                var done = Patience.atMost(Patience.LONGEST, reply);
                taken.run();
            }
        } catch (LinkException e) {
            switch (e.reason()) {
                case REFUSED -> failure = new NotLoaded(String.valueOf(e.getMessage()));
                case FULL -> {
                    refused = true;
                    lost(new GivenUp(GivenUp.FULL));
                }
                case GONE -> lost(e);
            }
        } catch (IOException e) {
            lost(e);
        }
    }

    /** Returns whether they were sent to a worker that may have taken them, and run what was sent behind them. */
    synchronized boolean isOpen() {
        return failure instanceof GivenUp && reply != null && !refused;
    }

    private void lost(IOException why) {
        failure = why;
        lost.lost(why);
    }
}
