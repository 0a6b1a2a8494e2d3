package himalia.client;

import himalia.kernel.channels.Channel;
import himalia.kernel.protocol.content.InterruptRequest;
import java.io.IOException;
import java.time.Duration;

/** Waits for the end of one cell: interrupts it when its time is over, and gives up where it or the kernel does not end then. */
final class CellWait {
    /** How long an interrupted cell may take to end, and how long the kernel may say nothing that has answered. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private static final int PRESSES = 2;
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Connection connection;
    private final Duration limit;
    private final CellListener listener;
    private final Pending.Progress progress;
    private int presses;
    private long end;

    /**
     * @param keeps whether the result tells what was published, or the listener alone hears it
     */
    CellWait(Connection connection, Duration limit, CellListener listener, boolean keeps) {
        progress = new Pending.Progress(keeps);
        this.connection = connection;
        this.limit = limit;
        this.listener = listener;
    }

    /** Waits until both the reply and the idle status have come. */
    CellResult await(Pending pending) throws IOException, InterruptedException {
        end = System.nanoTime() + Pending.nanos(limit);
        long silentSince = System.nanoTime();
        while (!progress.isDone()) {
            var event = pending.next(LOOK);
            if (event.isPresent()) {
                progress.take(event.get());
                listener.heard(event.get());
                silentSince = System.nanoTime();
            } else {
                listener.silent();
            }
            if (progress.isAnswered()) {
                checkSilence(System.nanoTime() - silentSince);
            } else if (!limit.isZero() && System.nanoTime() - end > 0) {
                late();
            }
        }
        return new CellResult(progress.answer(), presses > 0);
    }

    private static void checkSilence(long nanos) throws KernelException {
        if (nanos > GRACE.toNanos()) {
            throw new KernelException(
                    "the cell was answered, and the kernel did not become idle within "
                            + GRACE.toSeconds()
                            + " s");
        }
    }

    /** The first two times it is interrupted: a training may be in a long round, which one press waits for. */
    private void late() throws KernelException {
        if (presses == PRESSES) {
            throw new KernelException(
                    "the cell was interrupted after "
                            + words(limit)
                            + " and did not end within another "
                            + words(GRACE));
        }
        presses++;
        end = System.nanoTime() + GRACE.toNanos() / PRESSES;
        connection.tell(Channel.CONTROL, connection.sender().request(new InterruptRequest()));
    }

    private static String words(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
