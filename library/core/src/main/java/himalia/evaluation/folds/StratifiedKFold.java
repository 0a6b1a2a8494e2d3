package himalia.evaluation.folds;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.table.Seeds;
import himalia.table.Shuffle;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * Parts of the rows that have the same shares of classes, each judged by models of the others.
 *
 * <pre>{@code
 * new StratifiedKFold(5, 42).split(train, "churned")
 * }</pre>
 *
 * <p>A class of fewer rows than folds is not in each of them; where that is so of every class, it is refused.
 *
 * @param folds how many, at least 2
 * @param shuffle whether the rows of each class are mixed first
 * @param seed makes two runs agree
 */
public record StratifiedKFold(int folds, boolean shuffle, long seed) implements Splitter {
    public StratifiedKFold {
        FoldNumbers.checkFolds(folds);
    }

    /** Mixes the rows of each class first. */
    public StratifiedKFold(int folds, long seed) {
        this(folds, true, seed);
    }

    /** Leaves the rows in their order. */
    public StratifiedKFold(int folds) {
        this(folds, false, 0);
    }

    @Override
    public List<Fold> split(Table table, String label) {
        var labels = FoldNumbers.labels(table, label);
        return FoldNumbers.folds(foldOfEach(labels.codes()), folds);
    }

    private void checkClasses(int[] codes) {
        var counts = new int[Arrays.stream(codes).max().orElse(0) + 1];
        for (int code : codes) {
            counts[code]++;
        }
        int most = Arrays.stream(counts).max().orElse(0);
        if (most < folds) {
            throw new IllegalArgumentException(
                    "no class has more than %s, and there are %d folds; %s"
                            .formatted(
                                    Amount.of(most, "row"),
                                    folds,
                                    most < 2
                                            ? "get more rows of each class; a number is predicted by a regressor, whose rows KFold cuts"
                                            : "take at most %d folds".formatted(most)));
        }
    }

    /**
     * Returns the fold that each row is judged in.
     *
     * @param codes the class of each row, numbered from 0
     * @throws IllegalArgumentException if no class has as many rows as there are folds
     */
    public int[] foldOfEach(int[] codes) {
        given(codes, "codes");
        FoldNumbers.checkRows(codes.length, folds);
        checkClasses(codes);
        return dealt(byAppearance(codes), shuffle ? Seeds.random(seed) : null);
    }

    private int[] dealt(int[] order, @Nullable Random random) {
        int classes = Arrays.stream(order).max().orElse(0) + 1;
        var sorted = order.clone();
        Arrays.sort(sorted);
        var allocation = new int[folds][classes];
        for (int i = 0; i < sorted.length; i++) {
            allocation[i % folds][sorted[i]]++;
        }
        var foldOf = new int[order.length];
        for (int each = 0; each < classes; each++) {
            int one = each;
            var queue = new int[(int) Arrays.stream(order).filter(code -> code == one).count()];
            int end = 0;
            for (int f = 0; f < folds; f++) {
                Arrays.fill(queue, end, end + allocation[f][each], f);
                end += allocation[f][each];
            }
            if (random != null) {
                Shuffle.all(queue, random);
            }
            int next = 0;
            for (int row = 0; row < foldOf.length; row++) {
                if (order[row] == each) {
                    foldOf[row] = queue[next++];
                }
            }
        }
        return foldOf;
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
