package himalia.features.leakage;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * The grid that most numbers of a column are on while others are not: those of one decimal beside those of seven digits. Where
 * decimals do not tell, as of twelfths or of what a scaler has made of whole numbers, it is the values that come again.
 */
final class ColumnGrid {
    private static final double EXACT = 1e-9;

    /** So many of the numbers are on it, at least. */
    private static final double SHARE = 0.2;

    /** What is off the grid has two decimals more, and of ten such numbers one ends in a zero. */
    private static final int MORE = 2;

    private static final double ZEROS = 0.2;

    /** Numbers of fewer decimals come again though they are on no grid. */
    private static final int FINE = 6;

    private static final int MOST = 20;
    private static final int LOOKED_AT = 2_000;

    /** How far a number of such decimals is from one of fewer by computing. */
    private static final double COMPUTED = 1e-4;

    private final DoublePredicate has;

    private ColumnGrid(DoublePredicate has) {
        this.has = has;
    }

    /** Returns the grid of a column; nothing where all its numbers are on one, or none are. */
    static Optional<ColumnGrid> of(Numbers numbers, int column) {
        var read = numbers.read().get(column);
        var rows = numbers.rows();
        var present =
                IntStream.range(0, read.length).filter(row -> Double.isFinite(read[row])).toArray();
        var decimals = new int[MOST + 1];
        int step = Math.max(1, present.length / LOOKED_AT);
        for (int i = 0; i < present.length; i += step) {
            decimals[decimals(read[present[i]])]++;
        }
        int all = IntStream.of(decimals).sum();
        int most = IntStream.rangeClosed(0, MOST).filter(d -> decimals[d] > 0).max().orElse(0);
        for (int d = 0, on = 0; d + MORE <= most; d++) {
            on += decimals[d];
            if (on >= SHARE * all && decimals[d + 1] <= ZEROS * (all - on)) {
                return Optional.of(ofDecimals(d, numbers, column, present[0]));
            }
        }
        return most < FINE
                ? Optional.empty()
                : ofThoseThatComeAgain(
                        IntStream.of(present)
                                .mapToDouble(row -> rows[row][column])
                                .sorted()
                                .toArray());
    }

    private static ColumnGrid ofDecimals(int decimals, Numbers numbers, int column, int row) {
        double deviation = numbers.deviations()[column];
        double mean = numbers.read().get(column)[row] - deviation * numbers.rows()[row][column];
        double parts = Math.pow(10, decimals);
        return new ColumnGrid(x -> isWhole((mean + deviation * x) * parts));
    }

    private static int decimals(double value) {
        return Math.max(0, Math.min(MOST, BigDecimal.valueOf(value).stripTrailingZeros().scale()));
    }

    private static boolean isWhole(double value) {
        return Math.abs(value - Math.rint(value)) <= COMPUTED;
    }

    private static Optional<ColumnGrid> ofThoseThatComeAgain(double[] sorted) {
        var again =
                IntStream.range(0, sorted.length)
                        .filter(
                                i ->
                                        i > 0 && sorted[i] == sorted[i - 1]
                                                || i + 1 < sorted.length
                                                        && sorted[i] == sorted[i + 1])
                        .mapToDouble(i -> sorted[i])
                        .toArray();
        if (again.length < SHARE * sorted.length || again.length == sorted.length) {
            return Optional.empty();
        }
        var values = Arrays.stream(again).distinct().toArray();
        return Optional.of(
                new ColumnGrid(
                        x -> {
                            int place = Arrays.binarySearch(values, x - EXACT);
                            int next = place < 0 ? -place - 1 : place;
                            return next < values.length && values[next] <= x + EXACT;
                        }));
    }

    /** Whether a number is on it, in deviations from the mean. */
    boolean has(double number) {
        return has.test(number);
    }
}
