package himalia.table;

import static himalia.display.bundle.Given.given;

/**
 * A quantile between the two nearest values, as pandas, NumPy and R have it unless told otherwise.
 *
 * <pre>{@code
 * Quantile.of(new double[] {1, 2, 4}, 0.75)   // 3.0
 * }</pre>
 */
public final class Quantile {
    private Quantile() {}

    /** Returns the value below which that share of the sorted values lies. */
    public static double of(double[] sorted, double share) {
        given(sorted, "sorted");
        return at(sorted, share * (sorted.length - 1));
    }

    /**
     * Returns the value at a place among the sorted values, from 0; between two values where it is no whole number.
     *
     * <pre>{@code
     * Quantile.at(new double[] {1, 2, 4}, 1.5)   // 3.0
     * }</pre>
     */
    public static double at(double[] sorted, double place) {
        given(sorted, "sorted");
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        // Between two infinities there is no number.
        return place == below || sorted[below] == sorted[above]
                ? sorted[below]
                : sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
