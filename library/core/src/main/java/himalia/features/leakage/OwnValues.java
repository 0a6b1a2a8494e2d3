package himalia.features.leakage;

import himalia.table.RowsByCode;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;

/**
 * A column of texts or moments that rows of different kinds do not share: a review, a name, a second. It may come again by chance,
 * as a town does, or because rows were copied. Two things tell chance from copies.
 *
 * <p>Chance repeats values in all classes; copies are made of the rare ones. And what chance brings again, it brings a third time:
 * of rows drawn one by one from any distribution, with F test rows whose value is among D values of the training table, there are
 * at least F²/D such rows that equal another one in the test table (by the inequality of Cauchy and Schwarz), however often a sampler has repeated training rows.
 */
final class OwnValues {
    /** Of the kinds of rows, so many have a value that no other kind has. */
    private static final double OWN = 0.8;

    /** Copies are of any rows; where some values come again much more often than others, the values are so by nature. */
    private static final double UNEVEN = 2;

    /** A sampler makes a class as large as the largest; a little larger, by the split. */
    private static final double LARGER = 1.05;

    private final RowCells cells;
    private final long[] kinds;
    private final int column;
    private final int trainRows;

    /**
     * Takes a column of both tables.
     *
     * @param kinds of each row a number that rows of the same cells have in common
     */
    OwnValues(RowCells cells, long[] kinds, int column) {
        this.cells = cells;
        this.kinds = kinds;
        this.column = column;
        trainRows = cells.trainRows();
    }

    private long value(int row) {
        return Double.doubleToLongBits(cells.rows()[row][column]);
    }

    boolean areOwn() {
        var ofValue = new Long2LongOpenHashMap();
        var shared = new LongOpenHashSet();
        for (int row = 0; row < kinds.length; row++) {
            ofValue.putIfAbsent(value(row), kinds[row]);
            if (ofValue.get(value(row)) != kinds[row]) {
                shared.add(value(row));
            }
        }
        int own = ofValue.size() - shared.size();
        return own >= OWN * new LongOpenHashSet(kinds).size();
    }

    boolean areCopied() {
        return areNeverThere() || areOfOneClass();
    }

    /** Whether values that come again do not come a third time. */
    private boolean areNeverThere() {
        var known = counts(IntStream.range(0, trainRows).toArray());
        var asked = counts(IntStream.range(trainRows, kinds.length).toArray());
        double found = 0;
        double again = 0;
        for (var value : asked.long2IntEntrySet()) {
            double times = value.getIntValue();
            if (known.containsKey(value.getLongKey())) {
                found += times;
                again += times * (times - 1) / 2;
            }
        }
        double least = found * found / Math.max(1, known.size()) / 2;
        return found > 0 && Gamma.regularizedGammaQ(again + 1, least) < CopiedRows.RARE;
    }

    /** Whether they come again in a class, and not in one of as many rows. */
    private boolean areOfOneClass() {
        int classes = 1 + IntStream.of(cells.classes()).max().orElse(0);
        var rows = RowsByCode.of(cells.classes(), classes);
        var counted = new ArrayList<Repeated>();
        for (int code = 0; code < classes; code++) {
            counted.add(repeated(rows.rows(code)));
        }
        return counted.stream()
                .filter(rare -> rare.areEven())
                .anyMatch(
                        rare ->
                                counted.stream()
                                        .filter(common -> rare.rows() <= LARGER * common.rows())
                                        .anyMatch(common -> rare.isMoreOftenThan(common)));
    }

    private Repeated repeated(int[] rows) {
        var train = counts(IntStream.of(rows).filter(row -> row < trainRows).toArray());
        var test = counts(IntStream.of(rows).filter(row -> row >= trainRows).toArray());
        int inBoth = (int) test.keySet().longStream().filter(train::containsKey).count();
        double inTrain = IntStream.of(rows).filter(row -> row < trainRows).count();
        double twice = 0;
        double thrice = 0;
        for (int count : counts(rows).values().toIntArray()) {
            double times = count;
            twice += times * (times - 1);
            thrice += times * (times - 1) * (times - 2);
        }
        return new Repeated(rows.length, inBoth, inTrain * (rows.length - inTrain), twice, thrice);
    }

    private Long2IntOpenHashMap counts(int[] rows) {
        var counts = new Long2IntOpenHashMap();
        IntStream.of(rows).forEach(row -> counts.addTo(value(row), 1));
        return counts;
    }

    /**
     * How often values come again in a class.
     *
     * @param inBoth how many values stand in both tables
     * @param across how many pairs of a training row and a test row there are
     * @param twice how many rows of the class equal another one, of which as many as it equals
     * @param thrice the same of two others
     */
    private record Repeated(int rows, int inBoth, double across, double twice, double thrice) {
        /** Of values that come equally often, three rows are equal as often as two and two. */
        private boolean areEven() {
            return thrice * rows <= UNEVEN * twice * twice;
        }

        private boolean isMoreOftenThan(Repeated common) {
            double pairs = common.rows * (common.rows - 1.0) / 2;
            return across > 0
                    && pairs > 0
                    && Surprise.is(CopiedRows.RARE, inBoth, common.twice / 2, pairs / across);
        }
    }
}
