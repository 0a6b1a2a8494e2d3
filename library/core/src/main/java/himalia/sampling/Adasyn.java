package himalia.sampling;

import static himalia.display.bundle.Given.given;

import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import tech.tablesaw.api.Table;

/**
 * Adds synthetic rows of the rare classes, more of them where a row has more neighbours of other classes.
 *
 * <pre>{@code
 * Table balanced = new Adasyn(5, 42).resample(train, "churned");
 * }</pre>
 *
 * <p>Each lies between a row and one of its nearest neighbours of the same class. How many a row gets is rounded, so a class
 * may get some more or fewer than asked for. The given rows come first, in order; all features become real numbers.
 *
 * <p>H. He, Y. Bai, E. A. Garcia, S. Li (2008): ADASYN: Adaptive Synthetic Sampling Approach for Imbalanced Learning.
 * IJCNN, 1322–1328.
 *
 * @param neighbours how many of the nearest rows are looked at, and how many of the class may be drawn
 * @param strategy which classes grow, and to how many rows
 * @param seed makes two runs agree
 */
public record Adasyn(int neighbours, Strategy strategy, long seed) implements SeededSampler {
    static final String NAME = "ADASYN";

    public Adasyn {
        Few.atLeastOne(neighbours, "neighbours");
        given(strategy, "strategy");
    }

    public Adasyn(int neighbours, long seed) {
        this(neighbours, Strategy.AUTO, seed);
    }

    @Override
    public Resampling trace(Table table, String label, RandomGenerator random) {
        var examples = Examples.of(table, label, NAME);
        var classes = examples.classes();
        var draft = examples.draft();
        var targets = strategy.targets(Strategy.Kind.ADD, classes);
        targets.forEach(
                (code, count) -> {
                    if (count > 0) {
                        grow(examples, code, count, draft, random);
                    }
                });
        return examples.grown(draft);
    }

    private void grow(Examples examples, int code, int count, Draft draft, RandomGenerator random) {
        var segments = Segments.within(examples, code, neighbours, NAME);
        var each = each(shares(examples, code), count, examples.classes().names().get(code));
        for (var i = 0; i < each.length; i++) {
            for (var time = 0; time < each[i]; time++) {
                var other = segments.partners()[i][random.nextInt(neighbours)];
                draft.make(segments.bases()[i], other, random.nextDouble());
            }
        }
    }

    /** Refuses what has no neighbours of other classes, or too few rows to share out. */
    void checkShares(Examples examples, Map<Integer, Integer> targets) {
        targets.forEach(
                (code, count) -> {
                    if (count > 0) {
                        var name = examples.classes().names().get(code);
                        each(shares(examples, code), count, name);
                    }
                });
    }

    /** Returns which share of the neighbours of each row of a class is of other classes. */
    double[] shares(Examples examples, int code) {
        var group = examples.group();
        var rows = examples.classes().rows(code);
        return Arrays.stream(group.neighbours(rows, neighbours, NAME))
                .mapToDouble(
                        near ->
                                (double)
                                                Arrays.stream(near)
                                                        .filter(row -> group.code(row) != code)
                                                        .count()
                                        / neighbours)
                .toArray();
    }

    /** Returns how many rows each row of a class begins. */
    static int[] each(double[] shares, int count, String name) {
        var sum = PairwiseSum.of(shares);
        if (sum == 0) {
            throw new IllegalArgumentException(
                    "no row of class '%s' has a neighbour of another class, so ADASYN has nowhere to add rows; use Smote"
                            .formatted(name));
        }
        var each = Arrays.stream(shares).mapToInt(s -> (int) Math.rint(s / sum * count)).toArray();
        if (Arrays.stream(each).sum() == 0) {
            throw new IllegalArgumentException(
                    "ADASYN would share %d new rows of class '%s' out as none each; ask for more, or use Smote"
                            .formatted(count, name));
        }
        return each;
    }
}
