package himalia.features.leakage;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;

/**
 * Rows that come twice, once in each table, where rows of one table hardly ever equal each other. A split parts equal rows by chance:
 * as many pairs of them stay together as the tables have pairs of rows each. Numbers and days in a row are so judged that no two
 * rows have the same of, where an imitation of a row is always some other one.
 */
final class TwinRows {
    private static final int FEWEST = 5;
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
        int found = (int) test.longStream().filter(train::contains).count();
        boolean isRare =
                found >= FEWEST
                        && Surprise.is(CopiedRows.RARE, found, within(), pairsWithin());
        if (!isRare) {
            return false;
        }
        int columns = cells.rows()[0].length;
        long own = IntStream.range(0, columns).filter(this::areOwn).count();
        return own > 0 && (own < columns || comeNoThirdTime());
    }

    private int within() {
        return kinds.length - train.size() - test.size();
    }

    /**
     * Returns how many pairs within the tables there are for each across them. What a sampler added to some classes has no rows that
     * chance makes equal; so the tables are as the class that the training table has least more of, and at the least as large.
     */
    private double pairsWithin() {
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
        double larger = Math.max(1, times);
        return (larger + 1 / larger) / 2;
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
