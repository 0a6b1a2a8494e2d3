package himalia.worker;

import himalia.link.LinkMessage;
import himalia.link.LinkReply;

/**
 * A request that is done on a lane, from its arrival to its one answer. Whatever the job does, throws or gives back,
 * something is answered: what it says, else how it failed, else a refusal, which needs no memory.
 */
final class PendingRequest {
    private final CellThread.Job job;
    private final LinkReply reply;
    private final MemoryReserve reserve;
    private volatile boolean done;

    PendingRequest(CellThread.Job job, LinkReply reply, MemoryReserve reserve) {
        this.job = job;
        this.reply = reply;
        this.reserve = reserve;
    }

    /** Returns the cell it is for. */
    long cell() {
        return job.cell();
    }

    /** Returns whether the job is done: said before the answer is, since the next request may follow that at once. */
    boolean done() {
        return done;
    }

    /** Does the job and answers; never throws. */
    void run() {
        answer();
        try {
            job.answered();
        } catch (Throwable thrown) {
            // The answer is on its way, and whoever waits for more waits a moment only.
            return;
        }
    }

    private void answer() {
        LinkMessage answer;
        try {
            answer = job.run();
            done = true;
        } catch (Throwable thrown) {
            done = true;
            failed(thrown);
            return;
        }
        try {
            reply.send(answer);
        } catch (IllegalArgumentException e) {
            // Its words are for the user, where it was found out is not.
            e.setStackTrace(new StackTraceElement[0]);
            failed(e);
        } catch (Throwable thrown) {
            failed(thrown);
        }
    }

    private void failed(Throwable thrown) {
        try {
            if (thrown instanceof OutOfMemoryError) {
                reserve.release();
            }
            reply.send(job.failed(thrown));
        } catch (OutOfMemoryError e) {
            reserve.release();
            reply.refuseForMemory();
        } catch (Throwable e) {
            if (thrown instanceof OutOfMemoryError) {
                // Where the memory for classes ran out, what would tell it cannot be loaded.
                reply.refuseForMemory();
            } else {
                refuse(e);
            }
        }
    }

    private void refuse(Throwable thrown) {
        try {
            reply.refuse(thrown.toString());
        } catch (Throwable e) {
            // Its words fail too: of those that need nothing, these are all there are.
            reply.refuseForMemory();
        }
    }

    /** Answers in the place of the thread that does it, and that blocks where nothing can end it. */
    void abandon(Thread thread) {
        try {
            LinkMessage answer = job.abandoned(thread.getName(), thread.getStackTrace());
            reply.send(answer);
            job.answered();
        } catch (Throwable e) {
            refuse(e);
        }
    }
}
