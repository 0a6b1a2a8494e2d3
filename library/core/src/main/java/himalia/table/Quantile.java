package himalia.table;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;

/**
 * A quantile between the two nearest values, as pandas, NumPy and R have it unless told otherwise.
 *
 * <pre>{@code
 * Quantile.of(new double[] {1, 2, 4}, 0.75)   // 3.0
 * }</pre>
 */
public final class Quantile {
    private Quantile() {}

    /**
     * Returns the value below which that share of the sorted values lies.
     *
     * @param share 0 to 1
     * @throws IllegalArgumentException if there are no values, or it is none
     */
    public static double of(double[] sorted, double share) {
        given(sorted, "sorted");
        checkSome(sorted);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be from 0 to 1, got " + share);
        }
        return at(sorted, share * (sorted.length - 1));
    }

    private static void checkSome(double[] sorted) {
        if (sorted.length == 0) {
            throw new IllegalArgumentException(
                    "there are no values, and so no quantile of them; give at least one");
        }
    }

    /**
     * Returns the value at a place among the sorted values, from 0; between two values where it is no whole number.
     *
     * <pre>{@code
     * Quantile.at(new double[] {1, 2, 4}, 1.5)   // 3.0
     * }</pre>
     *
     * @param place 0 to one less than there are values
     * @throws IllegalArgumentException where there is none
     */
    public static double at(double[] sorted, double place) {
        given(sorted, "sorted");
        checkSome(sorted);
        if (!(place >= 0 && place <= sorted.length - 1)) {
            throw new IllegalArgumentException(
                    "place must be from 0 to %d, of %s, got %s"
                            .formatted(
                                    sorted.length - 1, Amount.of(sorted.length, "value"), place));
        }
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        // Between two infinities there is no number.
        return place == below || sorted[below] == sorted[above]
                ? sorted[below]
                : sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
