package himalia.features.leakage;

import himalia.model.Labels;
import himalia.table.Seeds;
import himalia.table.Shuffle;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Levels of the training table alone, where the test table has no two classes: what each half of its rows tells is asked of the other.
 *
 * @param one the classes by the levels, asked of one half
 * @param other the same, asked of the other
 * @param counts how many rows of each class are asked
 */
record LevelHalves(LevelRates one, LevelRates other, int[] counts) {
    private static final long SEED = 42;

    /**
     * Cuts the rows of each class by chance.
     *
     * @param different the rows that are asked, each once
     */
    static LevelHalves of(Object[] levels, Labels labels, int[] different) {
        var first = half(labels, different, 0);
        var second = half(labels, different, 1);
        return new LevelHalves(
                rates(levels, labels, first, second),
                rates(levels, labels, second, first),
                of(labels, different).counts());
    }

    /** Returns the rows of one half, 0 or 1; the second has not more of a class than the first. */
    static int[] half(Labels labels, int[] different, int which) {
        var mixed = Shuffle.first(different.clone(), different.length, Seeds.random(SEED));
        var seen = new int[labels.classes().size()];
        return IntStream.of(mixed).filter(row -> seen[labels.code(row)]++ % 2 == which).toArray();
    }

    /** Returns the area under the curve of a class, the mean of both halves. */
    double auc(int code) {
        return (one.auc(code) + other.auc(code)) / 2;
    }

    /** Returns of how many rows a class is told. */
    RareRows rows(int code) {
        return new RareRows(counts[code], IntStream.of(counts).sum());
    }

    private static LevelRates rates(Object[] levels, Labels labels, int[] learnt, int[] asked) {
        return new LevelRates(
                of(levels, learnt), of(labels, learnt), of(levels, asked), of(labels, asked));
    }

    private static Object[] of(Object[] levels, int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> levels[row]).toArray();
    }

    private static Labels of(Labels labels, int[] rows) {
        return labels.withCodes(Arrays.stream(rows).map(labels::code).toArray());
    }
}
