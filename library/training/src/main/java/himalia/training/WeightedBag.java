package himalia.training;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Draws rows with replacement, each as often as its weight says: a tree that grows until its leaves are of one class hears of weights by its rows
 * alone. So does scikit-learn's forest since 1.9.
 */
final class WeightedBag {
    private final int[] rows;

    /** The weights up to each row; none where all weigh the same. */
    private final double[] sums;

    /**
     * Draws from some rows.
     *
     * @param rows those that may be drawn, each of a weight above 0
     * @param weights what each row of the table counts
     */
    WeightedBag(int[] rows, double[] weights) {
        this.rows = rows;
        boolean areEqual = IntStream.of(rows).allMatch(row -> weights[row] == weights[rows[0]]);
        sums =
                areEqual
                        ? new double[0]
                        : IntStream.of(rows).mapToDouble(row -> weights[row]).toArray();
        Arrays.parallelPrefix(sums, Double::sum);
    }

    /** Returns as many rows as there are. */
    IntStream drawn(RandomGenerator random) {
        return sums.length == 0
                ? Forest.bootstrap(rows.length, random).map(place -> rows[place])
                : IntStream.range(0, rows.length).map(i -> rows[place(random)]);
    }

    private int place(RandomGenerator random) {
        int place = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
        // A sum that is hit exactly is where the next row begins.
        return Math.min(place < 0 ? -place - 1 : place + 1, sums.length - 1);
    }
}
