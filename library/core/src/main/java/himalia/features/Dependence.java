package himalia.features;

import himalia.table.ExactDoubles;
import himalia.table.Moments;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.moment.Skewness;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.TTest;
import org.apache.commons.math3.util.CombinatoricsUtils;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/** Whether some rows of a table have other values in a column than all others; the column is read once for all tests of it. */
final class Dependence {
    private static final int MOST_LEVELS = 50;
    private static final int MOST_CLASSES = 20;

    /** So many are expected in each cell of a table of counts for chi-squared to hold. */
    private static final double ENOUGH = 5;

    /** So few numbers are told by their ranks, exactly. */
    private static final int FEW = 20;

    private static final double COCHRAN = 25;

    /** The numbers, or the place of each row's level and -1 where it is missing; none of what is not tested. */
    private final double[] numbers;

    private final int[] codes;
    private final int levels;

    private Dependence(double[] numbers, int[] codes, int levels) {
        this.numbers = numbers;
        this.codes = codes;
        this.levels = levels;
    }

    /**
     * Reads a column.
     *
     * @param areClasses whether numbers are names
     */
    static Dependence on(Column<?> column, boolean areClasses) {
        if (column instanceof NumericColumn<?> numbers && !areClasses) {
            return new Dependence(ExactDoubles.near(numbers), new int[0], 0);
        }
        if (Moments.areDated(column)) {
            return new Dependence(Moments.of(column), new int[0], 0);
        }
        boolean isTested =
                column instanceof StringColumn
                        || column instanceof BooleanColumn
                        || column instanceof NumericColumn;
        var places = new HashMap<String, Integer>();
        var codes = new int[isTested ? column.size() : 0];
        for (int row = 0; row < codes.length && places.size() <= MOST_LEVELS; row++) {
            codes[row] =
                    Tables.isMissing(column, row)
                            ? -1
                            : places.computeIfAbsent(column.getString(row), level -> places.size());
        }
        boolean isFew = places.size() >= 2 && places.size() <= MOST_LEVELS;
        return new Dependence(new double[0], isFew ? codes : new int[0], places.size());
    }

    /**
     * Returns how probable it is that both differ as much by chance: by Welch's t of numbers, by chi-squared of categories, and of few or skewed ones by what holds there; NaN where that cannot be told.
     *
     * @param isChosen which rows
     */
    double chance(IntPredicate isChosen) {
        if (numbers.length > 0) {
            return ofNumbers(there(numbers, isChosen), there(numbers, isChosen.negate()));
        }
        if (codes.length == 0) {
            return Double.NaN;
        }
        var counts = new long[2][levels];
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] >= 0) {
                counts[isChosen.test(row) ? 0 : 1][codes[row]]++;
            }
        }
        return ofCounts(counts);
    }

    /**
     * Returns the p of a table of counts, two rows of them: by chi-squared where five or more are expected in each cell, else exactly; NaN where a row is empty.
     * Where too many tables have the same sums, each level is held against all others and the least p taken, times the levels (Bonferroni).
     */
    static double ofCounts(long[][] counts) {
        if (!canBeAsked(counts)) {
            return Double.NaN;
        }
        if (leastExpected(counts) >= ENOUGH) {
            return chiSquared(counts);
        }
        double exact = FisherExact.of(counts);
        int count = counts[0].length;
        if (!Double.isNaN(exact) || count == 2) {
            return exact;
        }
        double least = 1;
        for (int level = 0; level < count; level++) {
            least = Math.min(least, count * ofCounts(alone(counts, level)));
        }
        return least;
    }

    private static long[][] alone(long[][] counts, int level) {
        return Arrays.stream(counts)
                .map(row -> new long[] {row[level], Arrays.stream(row).sum() - row[level]})
                .toArray(long[][]::new);
    }

    private static boolean canBeAsked(long[][] counts) {
        return counts[0].length > 1
                && Arrays.stream(counts).allMatch(row -> Arrays.stream(row).sum() > 0);
    }

    private static double leastExpected(long[][] counts) {
        double first = Arrays.stream(counts[0]).sum();
        double second = Arrays.stream(counts[1]).sum();
        long rarest =
                IntStream.range(0, counts[0].length)
                        .mapToLong(level -> counts[0][level] + counts[1][level])
                        .min()
                        .orElseThrow();
        return Math.min(first, second) * rarest / (first + second);
    }

    /** Returns the p of a table of counts by chi-squared; NaN where a row is empty. */
    static double chiSquared(long[][] counts) {
        if (!canBeAsked(counts)) {
            return Double.NaN;
        }
        // The test of Commons Math takes the small p from 1, and loses its digits.
        double value = new ChiSquareTest().chiSquare(counts);
        return Gamma.regularizedGammaQ((counts[0].length - 1) / 2.0, value / 2);
    }

    private static double ofNumbers(double[] some, double[] others) {
        int fewer = Math.min(some.length, others.length);
        if (fewer < 2) {
            return Double.NaN;
        }
        var range = NumberColumns.range(some);
        var other = NumberColumns.range(others);
        if (range[0] == range[1] && other[0] == other[1]) {
            // Two values tell all, or nothing.
            return range[0] == other[0] ? Double.NaN : ofParted(some.length, others.length);
        }
        if (fewer <= FEW) {
            return some.length == fewer ? RankSum.of(some, others) : RankSum.of(others, some);
        }
        var all = Arrays.copyOf(some, some.length + others.length);
        System.arraycopy(others, 0, all, some.length, others.length);
        if (isMeanNormal(all, fewer)) {
            return new TTest().tTest(some, others);
        }
        var ranks = RankSum.ranks(all);
        return isMeanNormal(ranks, fewer)
                ? new TTest()
                        .tTest(
                                Arrays.copyOf(ranks, some.length),
                                Arrays.copyOfRange(ranks, some.length, ranks.length))
                : ofUsual(all, some.length);
    }

    /** Cochran's rule (Sampling Techniques, 2.15): a mean of so many is near enough to normal; for ones among zeros that is twenty-five of them. */
    private static boolean isMeanNormal(double[] all, int count) {
        double skewness = new Skewness().evaluate(all);
        return count > COCHRAN * skewness * skewness;
    }

    /** Returns the p of a column that has one value nearly everywhere: whether others have another more often. */
    private static double ofUsual(double[] all, int some) {
        double usual = StatUtils.mode(all)[0];
        var counts = new long[2][2];
        for (int row = 0; row < all.length; row++) {
            counts[row < some ? 0 : 1][all[row] == usual ? 0 : 1]++;
        }
        return ofCounts(counts);
    }

    /** Returns how probable it is that all of some rows have one value and all others another, exactly: there may be two of each. */
    private static double ofParted(int some, int others) {
        double ways = CombinatoricsUtils.binomialCoefficientLog(some + others, some);
        return Math.min(1, (some == others ? 2 : 1) * Math.exp(-ways));
    }

    private static double[] there(double[] values, IntPredicate rows) {
        return IntStream.range(0, values.length)
                .filter(row -> rows.test(row) && Double.isFinite(values[row]))
                .mapToDouble(row -> values[row])
                .toArray();
    }

    /** Returns the levels of a column that names classes, few of them; none of any other. */
    static List<String> classes(Column<?> column) {
        boolean isName = column instanceof StringColumn || column instanceof BooleanColumn;
        boolean isWhole =
                column instanceof NumericColumn<?> numbers
                        && Arrays.stream(ExactDoubles.near(numbers))
                                .allMatch(
                                        value -> Double.isNaN(value) || value == Math.rint(value));
        if (!isName && !isWhole) {
            return List.of();
        }
        var levels =
                IntStream.range(0, column.size())
                        .filter(row -> !Tables.isMissing(column, row))
                        .mapToObj(column::getString)
                        .distinct()
                        .limit(MOST_CLASSES + 1)
                        .sorted()
                        .toList();
        return levels.size() <= MOST_CLASSES ? levels : List.of();
    }
}
