package himalia.table;

/** A quantile between the two nearest values, as pandas, NumPy and R have it unless told otherwise. */
final class Quantile {
    private Quantile() {}

    /** Returns the value below which that share of the sorted values lies. */
    static double of(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        // Between two infinities there is no number.
        return place == below || sorted[below] == sorted[above]
                ? sorted[below]
                : sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
