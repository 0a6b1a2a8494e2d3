package himalia.online;

import static himalia.display.bundle.Given.given;

/**
 * Adds up how far numbers lie above their mean so far, and alarms where that sum has grown by more than a threshold.
 *
 * <pre>{@code
 * DriftState state = new PageHinkley(0.005, 50).start();
 * state.add(0.3)      // STABLE, or DRIFT
 * }</pre>
 *
 * <p>After each number x the sum m grows by x less the mean of all so far, itself included, and less delta; it is an alarm where m is above
 * its least by more than the threshold. After an alarm it begins anew. For numbers that go down it is the other way around.
 *
 * <p>E. S. Page (1954): Continuous Inspection Schemes. Biometrika 41, 100–115.
 *
 * @param delta how much of a change does not count, in the numbers' unit, 0 or more
 * @param threshold how much is an alarm, lambda, in the numbers' unit, above 0
 * @param forgetting what the sum is multiplied by before each number, above 0 and at most 1
 * @param warmUp how many numbers there are when it may say something for the first time, 1 or more
 * @param direction which changes it tells
 */
public record PageHinkley(
        double delta, double threshold, double forgetting, int warmUp, Direction direction)
        implements DriftDetector {
    /** Which way numbers change. */
    public enum Direction {
        /** They become larger, as errors do. */
        UP,
        /** They become smaller. */
        DOWN,
        /** Either. */
        BOTH
    }

    public PageHinkley {
        if (!(delta >= 0 && delta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("delta must be 0 or above and finite, got " + delta);
        }
        DriftSettings.above("threshold", threshold, 0);
        if (!(forgetting > 0 && forgetting <= 1)) {
            throw new IllegalArgumentException(
                    "forgetting must be above 0 and at most 1, which forgets nothing, got "
                            + forgetting);
        }
        DriftSettings.atLeast("warmUp", warmUp, 1);
        given(direction, "direction");
    }

    /** Watches for larger numbers, forgets nothing, and has a warm-up of 30. */
    public PageHinkley(double delta, double threshold) {
        this(delta, threshold, 1, 30, Direction.UP);
    }

    /** Takes river's delta of 0.005 and its threshold of 50; river's default forgets by 0.9999, too, and watches both directions. */
    public PageHinkley() {
        this(0.005, 50);
    }

    @Override
    public DriftState start() {
        return new PageHinkleyState(this);
    }
}
