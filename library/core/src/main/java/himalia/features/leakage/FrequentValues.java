package himalia.features.leakage;

import himalia.display.bundle.InterruptCheck;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Values that far more rows have than the others of their column: a mean in the place of what is missing, or a zero among
 * amounts. Rows that have them are a shape of their own. Equal rows count once, for copies have no value in common by nature.
 */
final class FrequentValues {
    private static final int FEWEST = 5;

    /** So many times as often as the median value of the column. */
    private static final int TIMES = 4;

    private final double[][] values;

    /**
     * Counts the values of columns.
     *
     * @param columns how many, from the first
     */
    FrequentValues(double[][] rows, int columns) {
        var different = new HashMap<List<Long>, double[]>();
        var interrupt = new InterruptCheck();
        for (var row : rows) {
            interrupt.ask();
            different.putIfAbsent(EqualRows.key(row), row);
        }
        values =
                IntStream.range(0, columns)
                        .mapToObj(
                                j -> {
                                    interrupt.ask();
                                    return frequent(
                                            different.values().stream().mapToDouble(row -> row[j]));
                                })
                        .toArray(double[][]::new);
    }

    private static double[] frequent(DoubleStream column) {
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
        var byCount = IntStream.of(counts).sorted().toArray();
        int median = byCount.length == 0 ? 0 : byCount[byCount.length / 2];
        return IntStream.range(0, starts.length)
                .filter(i -> counts[i] >= Math.max(FEWEST, TIMES * median))
                .mapToDouble(i -> sorted[starts[i]])
                .toArray();
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
