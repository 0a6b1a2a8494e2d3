package himalia.features.leakage;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;

/**
 * Rows that come twice, once in each table, where rows of one table hardly ever equal each other. A split parts equal rows by chance:
 * as many pairs of them stay together as the tables have pairs of rows each. Numbers and days in a row are so judged that no two
 * rows have the same of, where an imitation of a row is always some other one.
 */
final class TwinRows {
    private static final int FEWEST = 5;

    /** What follows from another column hardly differs between rows that are next to each other there. */
    private static final double BY_ITSELF = 0.2;

    private static final int FEWEST_OF_A_CLASS = 10;

    private final RowCells cells;
    private final long[] kinds;
    private final LongOpenHashSet train;
    private final LongOpenHashSet test;

    TwinRows(RowCells cells) {
        this.cells = cells;
        kinds = Arrays.stream(cells.rows()).mapToLong(CopiedRows::kind).toArray();
        train = new LongOpenHashSet(kinds, 0, cells.trainRows());
        test = new LongOpenHashSet(kinds, cells.trainRows(), kinds.length - cells.trainRows());
    }

    /**
     * Whether chance has not parted them. Who drops duplicates of each table leaves no others, so some column has to show that rows
     * do not have its values in common, and another one that rows which have would differ.
     */
    boolean areCopied() {
        double times = times();
        int found = (int) test.longStream().filter(train::contains).count();
        boolean isRare =
                found >= FEWEST
                        && Surprise.is(
                                CopiedRows.RARE, found, within(times), (times + 1 / times) / 2);
        if (!isRare) {
            return false;
        }
        int columns = cells.rows()[0].length;
        var own = IntStream.range(0, columns).filter(this::areOwn).boxed().toList();
        if (own.size() == columns) {
            return comeNoThirdTime();
        }
        return own.stream()
                .map(this::sorted)
                .anyMatch(
                        rows ->
                                IntStream.range(0, columns)
                                        .filter(column -> !own.contains(column))
                                        .anyMatch(column -> goesByItself(rows, column)));
    }

    /** Returns rows that differ, each once, by their values in a column. */
    private double[][] sorted(int column) {
        return EqualRows.different(cells.rows()).stream()
                .sorted(Comparator.comparingDouble(row -> row[column]))
                .toArray(double[][]::new);
    }

    /** Whether a column differs between rows that are next to each other in one of their own nearly as it does between any. */
    private boolean goesByItself(double[][] sorted, int column) {
        var random = new SplittableRandom(7);
        double any = 0;
        double next = 0;
        for (int i = 1; i < sorted.length; i++) {
            any += apart(sorted[i], sorted[random.nextInt(sorted.length)], column);
            next += apart(sorted[i], sorted[i - 1], column);
        }
        return next > BY_ITSELF * any;
    }

    private double apart(double[] one, double[] other, int column) {
        double apart = Math.abs(one[column] - other[column]);
        return column < cells.texts() ? apart : Math.signum(apart);
    }

    /** How many rows equal an earlier one of their table; where the training table's were dropped, as many as the test table tells of. */
    private double within(double times) {
        int asked = kinds.length - cells.trainRows() - test.size();
        int learnt = cells.trainRows() - train.size();
        return asked + Math.max(learnt, asked * times * times);
    }

    /**
     * Returns how many times as many rows the training table has. What a sampler added to some classes has no rows that
     * chance makes equal; so the tables are as the class that the training table has least more of, and at the least as large.
     */
    private double times() {
        int classes = 1 + Arrays.stream(cells.classes()).max().orElse(0);
        var learnt = new int[classes];
        var asked = new int[classes];
        for (int row = 0; row < kinds.length; row++) {
            (row < cells.trainRows() ? learnt : asked)[cells.classes()[row]]++;
        }
        double times =
                IntStream.range(0, classes)
                        .filter(code -> asked[code] >= FEWEST_OF_A_CLASS)
                        .mapToDouble(code -> (double) learnt[code] / asked[code])
                        .min()
                        .orElse(1);
        return Math.max(1, times);
    }

    private boolean areOwn(int column) {
        return new OwnValues(cells, kinds, column).areOwn();
    }

    /** What chance brings again, it brings a third time, whatever was dropped of the training table; see {@link OwnValues}. */
    private boolean comeNoThirdTime() {
        double found =
                IntStream.range(cells.trainRows(), kinds.length)
                        .filter(row -> train.contains(kinds[row]))
                        .count();
        double again = found - test.longStream().filter(train::contains).count();
        double least = found * found / train.size() / 2;
        return Gamma.regularizedGammaQ(again + 1, least) < CopiedRows.RARE;
    }
}
