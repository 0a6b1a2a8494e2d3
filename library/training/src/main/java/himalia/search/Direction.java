package himalia.search;

/**
 * Whether less or more is better.
 *
 * <pre>{@code
 * Direction.MAXIMIZE.isBetter(0.9, 0.8)    // true
 * }</pre>
 */
public enum Direction {
    /** Less is better: an error, a loss. */
    MINIMIZE,
    /** More is better: an accuracy. */
    MAXIMIZE;

    /** Returns whether one value is better than another; any is better than NaN. */
    public boolean isBetter(double one, double other) {
        return loss(one) < loss(other) || Double.isNaN(other) && !Double.isNaN(one);
    }

    /** Returns the value, or its negative where more is better: of losses, less is better. */
    public double loss(double value) {
        return this == MINIMIZE ? value : -value;
    }
}
