package himalia.online;

import static himalia.display.bundle.Given.given;

/**
 * What is done when a detector says that a model's errors have changed.
 *
 * <pre>{@code
 * Retraining.watch(new Adwin())                                  // alarms, and nothing else
 * Retraining.stateless(new Ddm(), 500)                           // from scratch on the 500 rows after the alarm
 * Retraining.stateful(new Adwin(), 200).after(new Promotion(100, 0.05))
 * }</pre>
 *
 * @param detector watches errors: 1 or 0 of classes, absolute errors of numbers
 * @param mode what is trained at an alarm
 * @param rows how many of the last rows of the stream are learnt from, 1 or more
 * @param delay how many rows have to come after the alarm before that, 0 or more: with as many as {@code rows} none is learnt from
 *     that came before it
 * @param promotion when what was trained takes over
 */
public record Retraining(
        DriftDetector detector, Mode mode, int rows, int delay, Promotion promotion) {
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
        DriftSettings.atLeast("delay", delay, 0);
        given(promotion, "promotion");
    }

    /** Only alarms. */
    public static Retraining watch(DriftDetector detector) {
        return new Retraining(detector, Mode.NONE, 1, 0, Promotion.atOnce());
    }

    /** Trains from scratch on so many rows after the alarm, and promotes at once. */
    public static Retraining stateless(DriftDetector detector, int rows) {
        return new Retraining(detector, Mode.STATELESS, rows, rows, Promotion.atOnce());
    }

    /** Has a copy of the champion learn from so many rows after the alarm, and promotes it at once. */
    public static Retraining stateful(DriftDetector detector, int rows) {
        return new Retraining(detector, Mode.STATEFUL, rows, rows, Promotion.atOnce());
    }

    /** Returns the same with a trial before what was trained takes over. */
    public Retraining after(Promotion promotion) {
        return new Retraining(detector, mode, rows, delay, promotion);
    }

    /** Returns the same that trains so many rows after the alarm; at 0 at once, mostly on rows from before it. */
    public Retraining delayed(int delay) {
        return new Retraining(detector, mode, rows, delay, promotion);
    }
}
