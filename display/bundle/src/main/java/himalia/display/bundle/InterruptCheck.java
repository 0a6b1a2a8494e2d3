package himalia.display.bundle;

import java.util.concurrent.CancellationException;

/**
 * Whether the thread that began some work is interrupted, for the threads that share it: nobody interrupts those.
 *
 * <pre>{@code
 * var interrupt = new InterruptCheck();
 * IntStream.range(0, 1_000).parallel().forEach(part -> {
 *     interrupt.ask();     // ends this piece, and all others with it
 * });
 * }</pre>
 */
public final class InterruptCheck {
    private final Thread beginner = Thread.currentThread();

    /** Kept, since the thread forgets its interrupt once somebody has heard it. */
    private volatile boolean isHeard;

    /** Begins for the thread that calls. */
    public InterruptCheck() {}

    /** Returns whether the work is to end. */
    public boolean isInterrupted() {
        isHeard = isHeard || beginner.isInterrupted();
        return isHeard;
    }

    /**
     * Ends the work here, where it is to end.
     *
     * @throws CancellationException if it is
     */
    public void ask() {
        if (isInterrupted()) {
            throw new CancellationException("interrupted");
        }
    }
}
