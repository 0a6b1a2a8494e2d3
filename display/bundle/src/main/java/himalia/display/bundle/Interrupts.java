package himalia.display.bundle;

import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CancellationException;

/** Tells what an interrupt throws from a failure. */
public final class Interrupts {
    /** Of the causes; they may lead back to themselves. */
    private static final int DEEPEST = 20;

    private Interrupts() {}

    /** Whether it is what an interrupt throws: here, in a wait, in a channel, in a training, or at a check in a cell's code. */
    public static boolean threw(Throwable thrown) {
        Throwable next = thrown;
        for (int depth = 0; next != null && depth < DEEPEST; depth++) {
            if (next instanceof InterruptedException
                    || next instanceof ClosedByInterruptException
                    || next instanceof InterruptedIOException
                            && !(next instanceof SocketTimeoutException)
                    || next instanceof CancellationException && isOurs(next)
                    || next.getClass().getSimpleName().equals("CellInterrupted")) {
                return true;
            }
            next = next.getCause();
        }
        return false;
    }

    /** What we throw where work of ours is interrupted; a future that somebody cancelled throws it, too. */
    private static boolean isOurs(Throwable thrown) {
        var trace = thrown.getStackTrace();
        return trace != null
                && trace.length > 0
                && trace[0] != null
                && trace[0].getClassName().startsWith("himalia.");
    }
}
