package himalia.features.leakage;

import himalia.model.Labels;
import himalia.table.Seeds;
import himalia.table.Shuffle;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Levels of the training table alone, where the test table has no two classes: what half of its rows tell is asked of the others.
 *
 * @param rates the classes by the levels
 * @param asked the classes of the rows that are asked
 */
record LevelHalves(LevelRates rates, Labels asked) {
    private static final long SEED = 42;

    /**
     * Cuts the rows of each class by chance.
     *
     * @param different the rows that are asked, each once
     */
    static LevelHalves of(Object[] levels, Labels labels, int[] different) {
        var mixed = Shuffle.first(different.clone(), different.length, Seeds.random(SEED));
        var seen = new int[labels.classes().size()];
        var isLearnt = new boolean[mixed.length];
        for (int i = 0; i < mixed.length; i++) {
            isLearnt[i] = seen[labels.code(mixed[i])]++ % 2 == 0;
        }
        var learnt = half(mixed, isLearnt, true);
        var asked = half(mixed, isLearnt, false);
        var others = of(labels, asked);
        return new LevelHalves(
                new LevelRates(of(levels, learnt), of(labels, learnt), of(levels, asked), others),
                others);
    }

    private static int[] half(int[] rows, boolean[] isLearnt, boolean wanted) {
        return IntStream.range(0, rows.length)
                .filter(i -> isLearnt[i] == wanted)
                .map(i -> rows[i])
                .toArray();
    }

    private static Object[] of(Object[] levels, int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> levels[row]).toArray();
    }

    private static Labels of(Labels labels, int[] rows) {
        return labels.withCodes(Arrays.stream(rows).map(labels::code).toArray());
    }
}
