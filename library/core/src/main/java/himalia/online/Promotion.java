package himalia.online;

/**
 * When a challenger takes the champion's place: both say what the rows after its training are, and it is promoted where it errs less
 * by more than chance. Classes are compared by McNemar's exact test, numbers by Student's paired test of absolute errors. The
 * test is made once, after so many rows, so that looking often promotes nobody.
 *
 * <pre>{@code
 * new Promotion(100, 0.05)
 * Promotion.atOnce()          // without a trial
 * }</pre>
 *
 * @param trial how many rows both are compared on, 20 or more, or 0 for no trial
 * @param alpha the p below which it is promoted, above 0 and at most 1
 */
public record Promotion(int trial, double alpha) {
    private static final int FEWEST = 20;

    public Promotion {
        if (trial != 0 && trial < FEWEST) {
            throw new IllegalArgumentException(
                    "a trial of %d rows decides nothing; take %d or more, or 0 to promote at once"
                            .formatted(trial, FEWEST));
        }
        if (!(alpha > 0 && alpha <= 1)) {
            throw new IllegalArgumentException(
                    "alpha must be above 0 and at most 1, such as 0.05, got " + alpha);
        }
    }

    /** Promotes every challenger when it is trained. */
    public static Promotion atOnce() {
        return new Promotion(0, 1);
    }

    /** Returns whether there is nothing to wait for. */
    boolean isAtOnce() {
        return trial == 0;
    }
}
