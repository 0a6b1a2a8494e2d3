package himalia.online;

import static himalia.display.bundle.Given.given;

/**
 * What is done when a detector says that a model's errors have changed.
 *
 * <pre>{@code
 * Retraining.watch(new Adwin())                                  // alarms, and nothing else
 * Retraining.stateless(new Ddm(), 500)                           // from scratch on the last 500 rows
 * Retraining.stateful(new Adwin(), 200).after(new Promotion(100, 0.05))
 * }</pre>
 *
 * @param detector watches errors: 1 or 0 of classes, absolute errors of numbers
 * @param mode what is trained at an alarm
 * @param rows how many of the last rows of the stream are learnt from, 1 or more
 * @param promotion when what was trained takes over
 */
public record Retraining(DriftDetector detector, Mode mode, int rows, Promotion promotion) {
    /** What is trained at an alarm. */
    public enum Mode {
        /** Nothing. */
        NONE,
        /** A model from scratch, on the last rows. */
        STATELESS,
        /** The champion goes on, with the last rows. */
        STATEFUL
    }

    public Retraining {
        given(detector, "detector");
        given(mode, "mode");
        DriftSettings.atLeast("rows", rows, 1);
        given(promotion, "promotion");
    }

    /** Only alarms. */
    public static Retraining watch(DriftDetector detector) {
        return new Retraining(detector, Mode.NONE, 1, Promotion.atOnce());
    }

    /** Trains from scratch on the last rows, and promotes at once. */
    public static Retraining stateless(DriftDetector detector, int rows) {
        return new Retraining(detector, Mode.STATELESS, rows, Promotion.atOnce());
    }

    /** Has a copy of the champion learn from the last rows, and promotes it at once. */
    public static Retraining stateful(DriftDetector detector, int rows) {
        return new Retraining(detector, Mode.STATEFUL, rows, Promotion.atOnce());
    }

    /** Returns the same with a trial before what was trained takes over. */
    public Retraining after(Promotion promotion) {
        return new Retraining(detector, mode, rows, promotion);
    }
}
