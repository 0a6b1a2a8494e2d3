package himalia.training;

import java.util.concurrent.CancellationException;

/** Training ended early because its thread was interrupted. */
public final class TrainingInterrupted extends CancellationException {
    private static final long serialVersionUID = 1L;

    TrainingInterrupted(String algorithm, int done, int wanted, String unit) {
        super("%s was interrupted after %d of %d %s".formatted(algorithm, done, wanted, unit));
    }
}
