package himalia.kernel.workers;

import himalia.link.LinkException;
import himalia.link.LinkMessage;
import himalia.link.Messages;
import himalia.link.PendingReply;
import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * How long the kernel waits for a worker before it answers in its place. The user's code may run as long as it likes,
 * except where the worker has said that its heap is full, or low, and has no memory for an answer, or was asked to end it and
 * shows no sign of life; everything else is ours, and soon done.
 */
final class AnswerTimeouts {
    /** In milliseconds: what is ours and takes longer is not done any more. */
    static final long LONGEST = 10_000;

    /** For what one worker has learned in a whole session. */
    static final long ALL_CLASSES = 60_000;

    /** How long a cell that was interrupted may take to end before the worker is asked whether it lives. */
    static final long INTERRUPTED = 5_000;

    /** How long a worker may take to end a cell since it found that its heap is full, and besides a collection. */
    private static final long FULL = 5_000;

    private static final long STEP = 500;

    private AnswerTimeouts() {}

    /**
     * Waits for what a cell runs.
     *
     * @param stopping for how many milliseconds it has been asked to end, 0 where it was not
     */
    static LinkMessage whileCellRuns(
            WorkerProcess process, PendingReply reply, LongSupplier stopping)
            throws IOException, InterruptedException {
        long next = INTERRUPTED;
        var breath = new Breath(process);
        while (true) {
            var answer = reply.await(STEP);
            if (answer != null) {
                return answer;
            }
            if (stopping.getAsLong() > next) {
                // Code that will not end keeps a worker that lives; one that hears nothing ends.
                pulse(process);
                next = stopping.getAsLong() + INTERRUPTED;
            }
            if (process.heap().fullFor() > FULL + process.heap().pause()) {
                throw new GivenUpException(GivenUpException.FULL);
            }
            breath.look();
        }
    }

    /** Waits for what is ours. */
    static LinkMessage atMost(long milliseconds, PendingReply reply)
            throws IOException, InterruptedException {
        var answer = reply.await(milliseconds);
        if (answer == null) {
            throw new GivenUpException("it did not answer for " + milliseconds / 1000 + " s");
        }
        return answer;
    }

    /** Makes sure that the worker lives: one that is full does, and the user may still empty it. */
    static void signOfLife(WorkerProcess process) throws IOException, InterruptedException {
        try {
            pulse(process);
        } catch (GivenUpException e) {
            if (!GivenUpException.FULL.equals(e.getMessage())) {
                throw e;
            }
        }
    }

    /** Makes sure that the worker lives, and that a small cell has room in it. */
    static void pulse(WorkerProcess process) throws IOException, InterruptedException {
        try {
            atMost(LONGEST, process.link().ask(LinkMessage.of(Messages.PULSE)));
        } catch (LinkException e) {
            if (e.reason() == LinkException.Reason.FULL) {
                throw new GivenUpException(GivenUpException.FULL);
            }
            throw e;
        }
    }
}
