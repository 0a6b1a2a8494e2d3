package himalia.sampling;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.InterruptCheck;
import himalia.table.Matrices;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * {@link Smote} for tables of categories: a new row has, in each column, the commonest category among a row and
 * its nearest others.
 *
 * <pre>{@code
 * Table balanced = new Smoten(5, 42).resample(train, "churned");
 * }</pre>
 *
 * <p>Two categories are near when the classes are as frequent with the one as with the other. A missing cell is a category
 * of its own. Of equally common ones the first counts, in the order of texts or numbers, the missing one last. The given
 * rows come first, in order.
 *
 * <p>N. V. Chawla and others (2002): SMOTE: Synthetic Minority Over-sampling Technique. Journal of Artificial Intelligence
 * Research 16, 321–357, section 6.2. As in imbalanced-learn 0.14 the row itself votes, too, and always.
 *
 * @param neighbours how many neighbours of a row vote beside it
 * @param strategy which classes grow, and to how many rows
 * @param seed makes two runs agree
 */
public record Smoten(int neighbours, Strategy strategy, long seed) implements SeededSampler {
    static final String NAME = "SMOTE-N";

    public Smoten {
        Few.atLeastOne(neighbours, "neighbours");
        given(strategy, "strategy");
    }

    public Smoten(int neighbours, long seed) {
        this(neighbours, Strategy.AUTO, seed);
    }

    @Override
    public Resampling trace(Table table, String label, RandomGenerator random) {
        var classes = Classes.of(table, label);
        var encoded = Categories.of(table, Matrices.features(table, label));
        var examples = new Examples(table, label, List.of(), classes, NAME);
        var draft = examples.draft();
        var chosen = new CategoryRows(draft, encoded);
        var metric = ValueDifference.of(encoded, classes);
        strategy.targets(Strategy.Kind.ADD, classes)
                .forEach(
                        (code, count) -> {
                            if (count > 0) {
                                grow(classes, code, count, metric, draft, chosen, random);
                            }
                        });
        var noNumbers = new Between(List.of(), draft);
        return examples.told(NewTable.of(examples, draft, noNumbers, chosen), draft);
    }

    private void grow(
            Classes classes,
            int code,
            int count,
            ValueDifference metric,
            Draft draft,
            CategoryRows chosen,
            RandomGenerator random) {
        var rows = Few.rows(classes, code, neighbours + 1, NAME, neighbours);
        var voters = voters(rows, metric);
        var encoded = chosen.categories();
        var interrupt = new InterruptCheck();
        for (var i = 0; i < count; i++) {
            interrupt.ask();
            var base = random.nextInt(rows.length);
            draft.make(rows[base]);
            chosen.add(
                    IntStream.range(0, encoded.columns().size())
                            .map(c -> encoded.rows()[c][encoded.commonest(c, voters[base])[0]])
                            .toArray());
        }
    }

    /** Of each row of a class its nearest others, and the row itself. */
    private int[][] voters(int[] rows, ValueDifference metric) {
        var voters = MeasuredNeighbours.of(rows, neighbours, metric::between);
        for (var i = 0; i < rows.length; i++) {
            voters[i] = Arrays.copyOf(voters[i], neighbours + 1);
            voters[i][neighbours] = rows[i];
        }
        return voters;
    }
}
