package himalia.features.leakage;

import himalia.model.Labels;
import himalia.table.Seeds;
import himalia.table.Shuffle;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The rows of the training table in halves, where the test table has no two classes: what each half of them tells is asked of the other.
 *
 * @param labels the classes of all rows
 * @param first the rows of one half
 * @param second those of the other, of no class more
 * @param counts how many rows of each class both have
 */
record LevelHalves(Labels labels, int[] first, int[] second, int[] counts) {
    private static final long SEED = 42;

    /**
     * Cuts the rows of each class by chance.
     *
     * @param different the rows that are asked, each once
     */
    static LevelHalves of(Labels labels, int[] different) {
        return new LevelHalves(
                labels,
                half(labels, different, 0),
                half(labels, different, 1),
                classes(labels, different).counts());
    }

    private static int[] half(Labels labels, int[] different, int which) {
        var mixed = Shuffle.first(different.clone(), different.length, Seeds.random(SEED));
        var seen = new int[labels.classes().size()];
        return IntStream.of(mixed).filter(row -> seen[labels.code(row)]++ % 2 == which).toArray();
    }

    /** Returns how well levels tell a class: the area under its curve, the mean of both halves. */
    IntToDoubleFunction auc(Object[] levels) {
        var one = rates(levels, first, second);
        var other = rates(levels, second, first);
        return code -> (one.auc(code) + other.auc(code)) / 2;
    }

    /** Returns of how many rows a class is told. */
    RareRows rows(int code) {
        return new RareRows(counts[code], first.length + second.length);
    }

    private LevelRates rates(Object[] levels, int[] learnt, int[] asked) {
        return new LevelRates(
                of(levels, learnt),
                classes(labels, learnt),
                of(levels, asked),
                classes(labels, asked));
    }

    private static Object[] of(Object[] levels, int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> levels[row]).toArray();
    }

    private static Labels classes(Labels labels, int[] rows) {
        return labels.withCodes(Arrays.stream(rows).map(labels::code).toArray());
    }
}
