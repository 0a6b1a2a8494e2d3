package himalia.training;

import java.util.concurrent.CancellationException;

/** Training ended early because its thread was interrupted. */
public final class TrainingInterrupted extends CancellationException {
    private static final long serialVersionUID = 1L;

    private TrainingInterrupted(String message) {
        super(message);
    }

    /** Ends training here, if somebody has interrupted this thread. */
    static void check(String algorithm, int done, String unit) {
        if (Thread.currentThread().isInterrupted()) {
            throw new TrainingInterrupted(
                    "%s was interrupted after %d %s".formatted(algorithm, done, unit));
        }
    }
}
