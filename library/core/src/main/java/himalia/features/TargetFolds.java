package himalia.features;

import himalia.table.Seeds;
import himalia.table.Shuffle;
import java.util.Arrays;
import java.util.Random;

/** Cuts rows into folds with the same shares of classes, as scikit-learn's {@code StratifiedKFold} does. */
final class TargetFolds {
    private TargetFolds() {}

    /** Returns the fold of each row. */
    static int[] of(TargetNumbers target, int folds, boolean shuffle, long seed) {
        int rows = target.numbers()[0].length;
        if (rows < folds) {
            throw new IllegalArgumentException(
                    "%d rows cannot be cut into %d folds; take fewer folds".formatted(rows, folds));
        }
        var random = Seeds.random(seed);
        if (target.codes().length == 0) {
            var fold = new int[rows];
            for (int row = 0, each = 0, left = share(rows, folds, 0); row < rows; row++, left--) {
                if (left == 0) {
                    left = share(rows, folds, ++each);
                }
                fold[row] = each;
            }
            return shuffle ? Shuffle.all(fold, random) : fold;
        }
        return stratified(target.codes(), folds, shuffle, random);
    }

    /** The first folds have one row more where the rows do not part evenly. */
    private static int share(int rows, int folds, int fold) {
        return rows / folds + (fold < rows % folds ? 1 : 0);
    }

    private static int[] stratified(int[] codes, int folds, boolean shuffle, Random random) {
        var order = byAppearance(codes);
        int classes = Arrays.stream(order).max().orElse(0) + 1;
        var sorted = order.clone();
        Arrays.sort(sorted);
        var allocation = new int[folds][classes];
        for (int i = 0; i < sorted.length; i++) {
            allocation[i % folds][sorted[i]]++;
        }
        var fold = new int[codes.length];
        for (int each = 0; each < classes; each++) {
            int one = each;
            var queue = new int[(int) Arrays.stream(order).filter(code -> code == one).count()];
            int end = 0;
            for (int f = 0; f < folds; f++) {
                Arrays.fill(queue, end, end + allocation[f][each], f);
                end += allocation[f][each];
            }
            if (shuffle) {
                Shuffle.all(queue, random);
            }
            int next = 0;
            for (int row = 0; row < fold.length; row++) {
                if (order[row] == each) {
                    fold[row] = queue[next++];
                }
            }
        }
        return fold;
    }

    /** Numbers the classes by where they come first. */
    private static int[] byAppearance(int[] codes) {
        var numbers = new int[Arrays.stream(codes).max().orElse(0) + 1];
        Arrays.fill(numbers, -1);
        var order = new int[codes.length];
        int next = 0;
        for (int row = 0; row < codes.length; row++) {
            if (numbers[codes[row]] < 0) {
                numbers[codes[row]] = next++;
            }
            order[row] = numbers[codes[row]];
        }
        return order;
    }
}
