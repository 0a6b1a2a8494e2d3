package himalia.kernel.workers;

import himalia.link.LinkException;
import himalia.link.PendingReply;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Classes on their way to a worker. */
final class PendingLoad {
    /** Nothing to wait for. */
    static final PendingLoad NONE = new PendingLoad(null, null, () -> {}, why -> {});

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

    private PendingLoad(
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
    static PendingLoad sent(PendingReply reply, Runnable taken, Lost lost) {
        return new PendingLoad(reply, null, taken, lost);
    }

    /** Classes that could not be sent. */
    static PendingLoad unsent(IOException why, Lost lost) {
        return new PendingLoad(null, why, () -> {}, lost);
    }

    /**
     * Waits until the worker has them, but not for ever.
     *
     * @throws NotLoadedException where it does not take them
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
                var done = AnswerTimeouts.atMost(AnswerTimeouts.LONGEST, reply);
                taken.run();
            }
        } catch (LinkException e) {
            switch (e.reason()) {
                case REFUSED -> failure = new NotLoadedException(String.valueOf(e.getMessage()));
                case FULL -> {
                    refused = true;
                    lost(new GivenUpException(GivenUpException.FULL));
                }
                case GONE -> lost(e);
            }
        } catch (IOException e) {
            lost(e);
        }
    }

    /** Returns whether they were sent to a worker that may have taken them, and run what was sent behind them. */
    synchronized boolean isOpen() {
        return failure instanceof GivenUpException && reply != null && !refused;
    }

    private void lost(IOException why) {
        failure = why;
        lost.lost(why);
    }
}
