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

    /** In milliseconds: what has just been asked may be answered yet. */
    private static final long JUST_ASKED = 1_000;

    /** What of the time that a word took went to collecting, where nothing else took it. */
    private static final double NEARLY_ALL = 0.8;

    private final WorkerProcess process;

    private @Nullable PendingReply asked;
    private long askedAt;

    /** In milliseconds, as the worker told last. */
    private long collectedBefore;

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
        if (process.heap().lowFor() < LOW || process.heap().fullFor() > 0) {
            // Where it is full, the cell is being ended, and may take its time for that.
            asked = null;
            lastBreath = now;
            return;
        }
        if (asked == null) {
            askedAt = now;
            asked = process.link().ask(LinkMessage.of(Messages.BREATHE));
        }
        boolean hadTime = (now - askedAt) / 1_000_000 > JUST_ASKED;
        try {
            var answer = asked.await(1);
            if (answer != null) {
                asked = null;
                hear(answer, now);
                return;
            }
        } catch (LinkException e) {
            if (e.reason() != LinkException.Reason.FULL) {
                throw e;
            }
            asked = null;
            hadTime = true;
        }
        long passed = (now - lastBreath) / 1_000_000;
        if (hadTime && passed > LONGEST + process.heap().pause() && process.heap().lowFor() > 0) {
            throw new GivenUpException(GivenUpException.FULL);
        }
    }

    /** One that takes longer than a collection is none, unless something else is known to have taken so long. */
    private void hear(LinkMessage answer, long now) {
        long took = (now - askedAt) / 1_000_000;
        long collected = answer.number("collected");
        boolean isElse = collected >= 0 && collected - collectedBefore < took * NEARLY_ALL;
        collectedBefore = Math.max(0, collected);
        if (took < process.heap().pause() || isElse) {
            lastBreath = now;
        }
    }
}
