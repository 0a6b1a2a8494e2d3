package himalia.features.leakage;

import himalia.display.bundle.InterruptCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Columns of numbers that are no sum of multiples of others: of kilograms and pounds one, and of three parts that make a hundred two.
 *
 * <p>Rows on a line in these are on one in all. But where others stay in, a line along one column, which has rows by chance, is one
 * along two; and what takes values from two rows keeps to no sum, and tells of chance nothing.
 */
final class IndependentColumns {
    private static final int LOOKED_AT = 2_000;
    private static final double EXACT = 1e-9;

    private IndependentColumns() {}

    /** Returns the numbers of those columns; the same where rows are too few to tell. */
    static Numbers of(Numbers numbers) {
        var rows = some(numbers);
        int width = numbers.names().size();
        if (rows.length < 2 * width) {
            return numbers;
        }
        var directions = new ArrayList<double[]>();
        var names = new ArrayList<String>();
        var interrupt = new InterruptCheck();
        for (int j = 0; j < width; j++) {
            interrupt.ask();
            int column = j;
            var left = centred(IntStream.of(rows).mapToDouble(row -> numbers.rows()[row][column]));
            double all = length(left);
            // What the first time leaves by rounding is taken away the second time.
            takeAway(directions, left);
            takeAway(directions, left);
            double length = length(left);
            if (length > EXACT * Math.max(all, 1)) {
                names.add(numbers.names().get(j));
                directions.add(DoubleStream.of(left).map(value -> value / length).toArray());
            }
        }
        return numbers.select(names);
    }

    /** Rows from everywhere that miss no number. */
    private static int[] some(Numbers numbers) {
        var whole =
                IntStream.range(0, numbers.rows().length)
                        .filter(
                                row ->
                                        numbers.read().stream()
                                                .allMatch(column -> Double.isFinite(column[row])))
                        .toArray();
        int step = whole.length / LOOKED_AT + 1;
        return IntStream.range(0, whole.length / step).map(i -> whole[i * step]).toArray();
    }

    private static double[] centred(DoubleStream values) {
        var column = values.toArray();
        double mean = DoubleStream.of(column).average().orElse(0);
        return DoubleStream.of(column).map(value -> value - mean).toArray();
    }

    private static void takeAway(List<double[]> directions, double[] from) {
        for (var direction : directions) {
            double along = 0;
            for (int i = 0; i < from.length; i++) {
                along += direction[i] * from[i];
            }
            for (int i = 0; i < from.length; i++) {
                from[i] -= along * direction[i];
            }
        }
    }

    private static double length(double[] column) {
        return Math.sqrt(DoubleStream.of(column).map(value -> value * value).sum());
    }
}
