package himalia.kernel.workers;

import himalia.link.LinkException;
import himalia.link.LinkMessage;
import himalia.link.Messages;
import himalia.link.PendingReply;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Whether a worker whose heap is low has memory for an answer while a cell runs. Threads of the user's may have filled it, all
 * memory set aside with it, and died: then nobody in the worker can say so any more, and the cell may wait for them for ever.
 */
final class Breath {
    /** In milliseconds. */
    private static final long LOW = 2_000;

    /** In milliseconds, without any, and besides a collection. */
    private static final long LONGEST = 5_000;

    private final WorkerProcess process;
    private @Nullable PendingReply asked;
    private long askedAt;
    private long lastBreath = System.nanoTime();

    Breath(WorkerProcess process) {
        this.process = process;
    }

    /**
     * Looks after it, and comes back soon.
     *
     * @throws GivenUpException where there has been none for too long
     */
    void look() throws IOException, InterruptedException {
        long now = System.nanoTime();
        if (process.heap().lowFor() < LOW) {
            asked = null;
            lastBreath = now;
            return;
        }
        if (asked == null) {
            askedAt = now;
            asked = process.link().ask(LinkMessage.of(Messages.BREATHE));
        }
        try {
            if (asked.await(1) != null) {
                asked = null;
                // One that takes longer than a collection is none.
                lastBreath =
                        (now - askedAt) / 1_000_000 < process.heap().pause() ? now : lastBreath;
            }
        } catch (LinkException e) {
            if (e.reason() != LinkException.Reason.FULL) {
                throw e;
            }
            asked = null;
        }
        if ((now - lastBreath) / 1_000_000 > LONGEST + process.heap().pause()) {
            throw new GivenUpException(GivenUpException.FULL);
        }
    }
}
