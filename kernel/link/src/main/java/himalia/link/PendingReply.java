package himalia.link;

import org.jspecify.annotations.Nullable;

/** A reply on its way; who waits for it waits on a monitor. */
public final class PendingReply {
    private @Nullable LinkMessage answer;
    private @Nullable LinkException failure;

    PendingReply() {}

    /**
     * Waits for the reply.
     *
     * @throws LinkException where the other end refused or is gone
     */
    public synchronized LinkMessage await() throws LinkException, InterruptedException {
        while (answer == null && failure == null) {
            wait();
        }
        return settled();
    }

    /** Waits like {@link #await()}, at most so many milliseconds; null where none came. */
    public synchronized @Nullable LinkMessage await(long milliseconds)
            throws LinkException, InterruptedException {
        long end = System.nanoTime() + milliseconds * 1_000_000;
        while (answer == null && failure == null) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return null;
            }
            wait(left);
        }
        return settled();
    }

    private LinkMessage settled() throws LinkException {
        if (failure != null) {
            var thrown = new LinkException(String.valueOf(failure.getMessage()), failure.reason());
            throw thrown;
        }
        if (answer == null) {
            throw new IllegalStateException("neither answered nor failed");
        }
        return answer;
    }

    synchronized void complete(LinkMessage message) {
        if (answer == null && failure == null) {
            answer = message;
            notifyAll();
        }
    }

    synchronized void fail(LinkException reason) {
        if (answer == null && failure == null) {
            failure = reason;
            notifyAll();
        }
    }
}
