package himalia.features.leakage;

import himalia.display.bundle.InterruptCheck;
import it.unimi.dsi.fastutil.doubles.DoubleOpenHashSet;
import it.unimi.dsi.fastutil.doubles.DoubleSet;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Values that far more rows have than those about them in the order of their column: a mean in the place of what is missing, or a zero among
 * amounts. Rows that have them are a shape of their own. Equal rows count once, for copies have no value in common by nature.
 */
final class FrequentValues {
    private static final int FEWEST = 5;

    /** So many times as often as the median of the values about it. */
    private static final int TIMES = 4;

    private static final int BESIDE = 5;

    private final double[][] values;

    /** Counts the values of so many columns, from the first. */
    FrequentValues(double[][] rows, int columns) {
        this(rows, columns, 0);
    }

    /** Counts them without what a sampler made of training rows: beside such, each a value of its own, all that come again are frequent. */
    static FrequentValues ofReal(double[][] rows, int columns, int trainRows) {
        return new FrequentValues(rows, columns, 0, trainRows);
    }

    /**
     * The same where values may have come again with some noise: copies of rounded numbers are off the grid of these, each a value of
     * its own, beside which all others come often.
     *
     * @param noise how far off a frequent value a value may be that is a copy of it
     */
    FrequentValues(double[][] rows, int columns, double noise) {
        this(rows, columns, noise, 0);
    }

    private FrequentValues(double[][] rows, int columns, double noise, int first) {
        var interrupt = new InterruptCheck();
        var different = EqualRows.different(rows);
        values =
                IntStream.range(0, columns)
                        .mapToObj(
                                j -> {
                                    interrupt.ask();
                                    var real =
                                            Arrays.stream(rows, first, rows.length)
                                                    .mapToDouble(row -> row[j])
                                                    .collect(
                                                            DoubleOpenHashSet::new,
                                                            DoubleOpenHashSet::add,
                                                            DoubleOpenHashSet::addAll);
                                    return frequent(
                                            different.stream().mapToDouble(row -> row[j]),
                                            real,
                                            noise);
                                })
                        .toArray(double[][]::new);
    }

    private static double[] frequent(DoubleStream column, DoubleSet real, double noise) {
        var sorted = column.sorted().toArray();
        var starts =
                IntStream.range(0, sorted.length)
                        .filter(i -> i == 0 || sorted[i] != sorted[i - 1])
                        .toArray();
        var counts =
                IntStream.range(0, starts.length)
                        .map(
                                i ->
                                        (i + 1 < starts.length ? starts[i + 1] : sorted.length)
                                                - starts[i])
                        .toArray();
        var often = new TreeMap<Double, Integer>();
        IntStream.range(0, starts.length)
                .filter(i -> counts[i] >= FEWEST)
                .forEach(i -> often.put(sorted[starts[i]], counts[i]));
        var kept =
                IntStream.range(0, starts.length)
                        .filter(i -> counts[i] > 1 || real.contains(sorted[starts[i]]))
                        .filter(i -> !isNoise(sorted[starts[i]], counts[i], often, noise))
                        .toArray();
        return IntStream.range(0, kept.length)
                .filter(i -> counts[kept[i]] >= FEWEST)
                .filter(i -> counts[kept[i]] >= TIMES * beside(counts, kept, i))
                .mapToDouble(i -> sorted[starts[kept[i]]])
                .toArray();
    }

    /** The median of how often the values about a value come: those in the middle of rounded numbers come often, all of them. */
    private static int beside(int[] counts, int[] kept, int value) {
        var about =
                IntStream.rangeClosed(value - BESIDE, value + BESIDE)
                        .filter(i -> i >= 0 && i < kept.length)
                        .map(i -> counts[kept[i]])
                        .sorted()
                        .toArray();
        return about[about.length / 2];
    }

    /** Whether a value is a copy, with some noise, of one that comes so many times as often. */
    private static boolean isNoise(
            double value, int count, NavigableMap<Double, Integer> often, double noise) {
        return often.subMap(value - noise, true, value + noise, true).values().stream()
                .anyMatch(other -> other >= TIMES * count);
    }

    boolean has(int column, double value) {
        return column < values.length && Arrays.binarySearch(values[column], value) >= 0;
    }

    /** Returns a number that is the same for rows that have the same of these values in the same columns. */
    long shape(double[] row) {
        long shape = 1;
        for (int j = 0; j < values.length; j++) {
            int place = values[j].length == 0 ? -1 : Arrays.binarySearch(values[j], row[j]);
            shape = 1_000_003 * shape + Math.max(-1, place);
        }
        return shape;
    }
}
