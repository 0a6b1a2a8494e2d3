package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.InterruptCheck;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * Training ended early because its thread was interrupted.
 *
 * <pre>{@code
 * try {
 *     model = new LinearSgd(50, 0.1, 42).fit(train, "churned");
 * } catch (TrainingInterrupted stopped) {
 *     display(stopped.getMessage());   // LinearSgd was interrupted after 12 of 50 epochs
 * }
 * }</pre>
 */
public final class TrainingInterrupted extends CancellationException {
    private static final long serialVersionUID = 1L;

    private TrainingInterrupted(String message) {
        super(message);
    }

    /** Trains a part, whose interruption is that of the whole: who reads it knows nothing of parts. */
    static <T> T part(String algorithm, int done, String unit, Supplier<T> training) {
        try {
            return training.get();
        } catch (TrainingInterrupted e) {
            throw of(algorithm, done, unit, e);
        }
    }

    /**
     * Tells of the whole what ended a part: {@code TrainingInterrupted.of("DataParallel", 3, "of 10 epochs", e)}.
     *
     * @param algorithm whose training it is
     * @param done how far it is
     * @param unit of how many, and of what
     */
    public static TrainingInterrupted of(
            String algorithm, int done, String unit, CancellationException part) {
        var whole =
                new TrainingInterrupted(
                        message(given(algorithm, "algorithm"), done, given(unit, "unit")));
        whole.initCause(given(part, "part"));
        return whole;
    }

    /**
     * Returns what ends training before its first tree, on whatever thread, if somebody interrupts this one.
     *
     * @param unit such as {@code of 100 trees}
     */
    static Runnable beforeTrees(String algorithm, String unit) {
        var interrupt = new InterruptCheck();
        return () -> check(algorithm, 0, unit, interrupt);
    }

    /** Ends training here, if somebody has interrupted this thread. */
    static void check(String algorithm, int done, String unit) {
        check(algorithm, done, unit, new InterruptCheck());
    }

    /** Ends training here, if somebody has interrupted the thread that began it. */
    static void check(String algorithm, int done, String unit, InterruptCheck interrupt) {
        if (interrupt.isInterrupted()) {
            throw new TrainingInterrupted(message(algorithm, done, unit));
        }
    }

    private static String message(String algorithm, int done, String unit) {
        return "%s was interrupted after %d %s".formatted(algorithm, done, unit);
    }
}
