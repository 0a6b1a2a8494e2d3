package himalia.features.leakage;

import himalia.display.bundle.InterruptCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Columns of numbers that are no sum of multiples of others: of kilograms and pounds one, and of three parts that make a hundred two,
 * also where each was rounded after it was computed.
 *
 * <p>Rows on a line in these are on one in all. But where others stay in, a line along one column, which has rows by chance, is one
 * along two; and what takes values from two rows keeps to no sum, and tells of chance nothing.
 */
final class IndependentColumns {
    private static final int LOOKED_AT = 2_000;
    private static final double EXACT = 1e-9;

    /** Rounded sums differ from those of rounded numbers by as much as rounding leaves, and by no more than this, in variances. */
    private static final double ROUNDED = 1.5;

    /** Of a column that is hardly ever another number, what rounding leaves may be all that there is. */
    private static final double MOST_ROUNDED = 0.04;

    private final Numbers numbers;
    private final int[] rows;

    /** The variance of what rounding has left of each column, in its own. */
    private final double[] rounded;

    private final List<Direction> directions = new ArrayList<>();

    private IndependentColumns(Numbers numbers, int[] rows, double[] rounded) {
        this.numbers = numbers;
        this.rows = rows;
        this.rounded = rounded;
    }

    /** Returns the numbers of those columns; the same where rows are too few to tell. */
    static Numbers of(Numbers numbers) {
        int all = numbers.rows().length;
        var exact =
                new IndependentColumns(
                                numbers, some(numbers, 0, all), new double[numbers.names().size()])
                        .select();
        // Rows of the test table nobody has made, or they are found by the others.
        var test = some(exact, exact.trainRows(), all);
        return new IndependentColumns(exact, test, Digits.variances(exact, test)).select();
    }

    /**
     * What a column adds to those before it.
     *
     * @param unit as a column of deviation 1, in length
     * @param parts of what multiples of the columns it is the sum
     */
    private record Direction(double[] unit, double[] parts) {}

    private Numbers select() {
        int width = numbers.names().size();
        if (rows.length < 2 * width) {
            return numbers;
        }
        var names = new ArrayList<String>();
        var interrupt = new InterruptCheck();
        for (int j = 0; j < width; j++) {
            interrupt.ask();
            if (isOwn(j)) {
                names.add(numbers.names().get(j));
            }
        }
        return numbers.select(names);
    }

    private boolean isOwn(int column) {
        var left = centred(IntStream.of(rows).mapToDouble(row -> numbers.rows()[row][column]));
        double all = length(left);
        var parts = new double[numbers.names().size()];
        parts[column] = 1;
        // What the first time leaves by rounding is taken away the second time.
        takeAway(left, parts);
        takeAway(left, parts);
        double length = length(left);
        double byRounding = 0;
        for (int j = 0; j < parts.length; j++) {
            byRounding += parts[j] * parts[j] * rounded[j];
        }
        double most = Math.min(ROUNDED * byRounding * rows.length, MOST_ROUNDED * all * all);
        if (length <= EXACT * Math.max(all, 1) || length * length <= most) {
            return false;
        }
        directions.add(
                new Direction(
                        DoubleStream.of(left).map(value -> value / length).toArray(),
                        DoubleStream.of(parts).map(part -> part / length).toArray()));
        return true;
    }

    private void takeAway(double[] from, double[] parts) {
        for (var direction : directions) {
            double along = 0;
            for (int i = 0; i < from.length; i++) {
                along += direction.unit[i] * from[i];
            }
            for (int i = 0; i < from.length; i++) {
                from[i] -= along * direction.unit[i];
            }
            for (int j = 0; j < parts.length; j++) {
                parts[j] -= along * direction.parts[j];
            }
        }
    }

    /** Rows from everywhere among some that miss no number. */
    private static int[] some(Numbers numbers, int from, int to) {
        var whole =
                IntStream.range(from, to)
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

    private static double length(double[] column) {
        return Math.sqrt(DoubleStream.of(column).map(value -> value * value).sum());
    }
}
