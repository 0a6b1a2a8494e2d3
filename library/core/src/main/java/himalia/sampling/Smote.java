package himalia.sampling;

import static himalia.display.bundle.Given.given;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Adds synthetic rows of the rare classes, each between a row and one of its nearest neighbours of the same class.
 *
 * <pre>{@code
 * Table balanced = new Smote(5, 42).resample(train, "churned");
 * Table milder = new Smote(5, new Strategy("0.5"), 42).resample(train, "churned");
 * }</pre>
 *
 * <p>The given rows come first, in order; all features become real numbers, whole ones too, since new rows lie between: an age may be
 * 41.3, where imbalanced-learn cuts off what a data frame of whole numbers cannot hold. A
 * whole number that no real one is, as a key of 17 digits may be, is refused.
 *
 * <p>N. V. Chawla, K. W. Bowyer, L. O. Hall, W. P. Kegelmeyer (2002): SMOTE: Synthetic Minority Over-sampling
 * Technique. Journal of Artificial Intelligence Research 16, 321–357.
 *
 * @param neighbours how many neighbours of a row may be drawn
 * @param strategy which classes grow, and to how many rows
 * @param seed makes two runs agree
 */
public record Smote(int neighbours, Strategy strategy, long seed) implements SeededSampler {
    static final String NAME = "SMOTE";

    public Smote {
        Few.atLeastOne(neighbours, "neighbours");
        given(strategy, "strategy");
    }

    public Smote(int neighbours, long seed) {
        this(neighbours, Strategy.AUTO, seed);
    }

    @Override
    public Resampling trace(Table table, String label, RandomGenerator random) {
        var examples = Examples.of(table, label, NAME);
        return examples.grown(grow(examples, random));
    }

    /** Returns where the synthetic rows of a table would come from, in the order in which they are added. */
    public List<SyntheticRow> draw(Table table, String label, RandomGenerator random) {
        var draft = grow(Examples.of(table, label, NAME), random);
        return IntStream.range(draft.given(), draft.entries())
                .mapToObj(row -> new SyntheticRow(draft.from(row), draft.to(row), draft.at(row)))
                .toList();
    }

    /** Adds the rows to a draft. */
    Draft grow(Examples examples, RandomGenerator random) {
        var draft = examples.draft();
        strategy.targets(Strategy.Kind.ADD, examples.classes())
                .forEach(
                        (code, count) -> {
                            if (count > 0) {
                                Segments.within(examples, code, neighbours, NAME)
                                        .draw(draft, count, 1, random);
                            }
                        });
        return draft;
    }
}
