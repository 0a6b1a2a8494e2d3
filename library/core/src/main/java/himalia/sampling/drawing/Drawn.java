package himalia.sampling.drawing;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Rows that were drawn, and how.
 *
 * @param rows their numbers
 * @param weights how many rows each stands for
 * @param strata the part of the table each was drawn from, on its own
 * @param clusters rows of one number were drawn together
 * @param fractions the share of its part that was drawn, or 0 where rows are put back; it makes estimates surer
 * @param lightest how many rows that were not drawn one of the table's lightest would stand for, if it were; 0 where none is light
 */
record Drawn(
        int[] rows,
        double[] weights,
        int[] strata,
        int[] clusters,
        double[] fractions,
        double lightest) {
    Drawn(int[] rows, double[] weights, int[] strata, int[] clusters, double[] fractions) {
        this(rows, weights, strata, clusters, fractions, 0);
    }

    /** Rows that all had the same chance. */
    static Drawn evenly(int[] rows, int population, boolean isPutBack) {
        return of(
                rows,
                filled(rows.length, (double) population / rows.length),
                filled(rows.length, isPutBack ? 0 : (double) rows.length / population));
    }

    /** Rows that were drawn one by one from the whole table. */
    static Drawn of(int[] rows, double[] weights, double[] fractions) {
        var clusters = IntStream.range(0, rows.length).toArray();
        return new Drawn(rows, weights, new int[rows.length], clusters, fractions);
    }

    /** Returns the same rows beside light ones. */
    Drawn beside(double lightest) {
        return new Drawn(rows, weights, strata, clusters, fractions, lightest);
    }

    /** Returns the least share of a part that was drawn; 1 where all of the table were, and nothing is unsure. */
    double leastFraction() {
        return Arrays.stream(fractions).min().orElse(0);
    }

    private static double[] filled(int length, double value) {
        var values = new double[length];
        Arrays.fill(values, value);
        return values;
    }
}
