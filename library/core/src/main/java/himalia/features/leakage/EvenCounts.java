package himalia.features.leakage;

import java.util.Collection;

/**
 * Whether kinds of rows come more equally often than chance would have it: each three times, as in a table that was appended to
 * itself, where things that are drawn one by one come now once and now five times.
 *
 * <p>However often each thing is drawn in the mean, the counts are Poisson's, of rates that differ or not. Of such counts n the
 * means of n, n(n - 1), n(n - 1)(n - 2) are those of the rates, their squares and their cubes; and of three powers in a row, the
 * square of the one in the middle is at most the product of the others (by the inequality of Cauchy and Schwarz). Where it is
 * more, by more than the counts scatter, nothing was drawn. That holds of any part of the rows, too.
 */
final class EvenCounts {
    /** So many deviations; of tables that were drawn, none of a hundred thousand came that far. */
    private static final double SURE = 3.3;

    /** Powers from the first on, and from the second on, for which kinds that come once do not count. */
    private static final int STARTS = 2;

    private EvenCounts() {}

    /**
     * Asks them.
     *
     * @param counts how often each kind comes
     */
    static boolean are(Collection<Integer> counts) {
        var sums = new double[STARTS + 3];
        for (int count : counts) {
            double product = 1;
            for (int power = 1; power < sums.length; power++) {
                product *= count - power + 1;
                sums[power] += product;
            }
        }
        for (int from = 1; from <= STARTS; from++) {
            double middle = sums[from + 1];
            if (middle > 0
                    && 1 - sums[from] * sums[from + 2] / (middle * middle)
                            > SURE * deviation(from, middle / sums[from], sums[1])) {
                return true;
            }
        }
        return false;
    }

    /** How far the ratio scatters where all rates are the same, by the variances of Charlier's polynomials. */
    private static double deviation(int from, double rate, double rows) {
        double square = rate * rate;
        double variance =
                from == 1
                        ? 6 / (square * rate) + 2 / square
                        : 24 / (square * square) + 24 / (square * rate) + 2 / square;
        return Math.sqrt(variance * rate / rows);
    }
}
