package himalia.sampling;

import static himalia.display.bundle.Given.given;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Adds synthetic rows of the rare classes along the border that a support vector machine draws: each begins at a support
 * vector of the class.
 *
 * <pre>{@code
 * Table balanced = new SvmSmote(5, 42).resample(train, "churned");
 * }</pre>
 *
 * <p>Where at least half of a support vector's neighbours, but not all, are of other classes, new rows lie between it and
 * neighbours of its class; where fewer are, they lie beyond it, away from such neighbours, so that the class grows outwards.
 * Which part of the new rows is of the first kind is drawn, about a half. As in imbalanced-learn, a class without support
 * vectors of one kind gets the rows of the other kind only, so fewer than asked for.
 *
 * <p>The machine is libsvm's, with the settings of scikit-learn's {@code SVC()}. Its time grows with the square of the rows,
 * and more: for a hundred thousand rows and up {@link BorderlineSmote} asks neighbours alone. The given rows come first,
 * in order; all features become real numbers.
 *
 * <p>H. M. Nguyen, E. W. Cooper, K. Kamei (2011): Borderline Over-sampling for Imbalanced Data Classification.
 * International Journal of Knowledge Engineering and Soft Data Paradigms 3(1), 4–21.
 *
 * @param neighbours how many neighbours of a row may be drawn
 * @param border how many neighbours say whether a row is in danger
 * @param outStep how far beyond a safe support vector, from 0 to 1, a row may lie, in parts of the way to its neighbour
 * @param strategy which classes grow, and to how many rows
 * @param seed makes two runs agree
 */
public record SvmSmote(int neighbours, int border, double outStep, Strategy strategy, long seed)
        implements SeededSampler {
    static final String NAME = "SvmSmote";

    public SvmSmote {
        Few.atLeastOne(neighbours, "neighbours");
        Few.atLeastOne(border, "border");
        if (!(outStep >= 0 && outStep <= 1)) {
            throw new IllegalArgumentException("outStep must be from 0 to 1, got " + outStep);
        }
        given(strategy, "strategy");
    }

    public SvmSmote(int neighbours, long seed) {
        this(neighbours, 10, 0.5, Strategy.AUTO, seed);
    }

    /**
     * Where new rows of a class begin.
     *
     * @param danger the support vectors in danger
     * @param safe the others that are no noise
     */
    record Border(int[] danger, int[] safe) {}

    @Override
    public Resampling trace(Table table, String label, RandomGenerator random) {
        var examples = Examples.of(table, label, NAME);
        var draft = examples.draft();
        var targets = strategy.targets(Strategy.Kind.ADD, examples.classes());
        targets.values().removeIf(count -> count == 0);
        for (var code : targets.keySet()) {
            Few.rows(examples.classes(), code, neighbours + 1, NAME, neighbours);
        }
        if (!targets.isEmpty()) {
            Few.border(examples.size(), NAME, border);
            var support = SupportVectors.of(examples);
            targets.forEach((code, count) -> grow(examples, support, code, count, draft, random));
        }
        return examples.grown(draft);
    }

    private void grow(
            Examples examples,
            int[] support,
            int code,
            int count,
            Draft draft,
            RandomGenerator random) {
        var kinds = border(examples.group(), support, code);
        var inward = (int) (Chance.beta10(random) * (count + 1));
        draw(examples, kinds.danger(), code, draft, inward, 1, random);
        draw(examples, kinds.safe(), code, draft, count - inward, -outStep, random);
        if (kinds.danger().length == 0 && inward > 0) {
            draft.lacks(lacking(examples, code, inward, count, "in danger", "between rows"));
        }
        if (kinds.safe().length == 0 && inward < count) {
            draft.lacks(lacking(examples, code, count - inward, count, "safe", "beyond them"));
        }
    }

    private static String lacking(
            Examples examples, int code, int missing, int count, String kind, String where) {
        return "class '%s' lacks %,d of %,d rows asked for: none of its support vectors is %s, and those rows were to lie %s; Smote adds all"
                .formatted(examples.classes().names().get(code), missing, count, kind, where);
    }

    private void draw(
            Examples examples,
            int[] bases,
            int code,
            Draft draft,
            int count,
            double reach,
            RandomGenerator random) {
        if (bases.length > 0) {
            Segments.among(examples, bases, examples.classes().rows(code), neighbours)
                    .draw(draft, count, reach, random);
        }
    }

    /** Tells the support vectors of a class apart by their neighbours. */
    Border border(Group group, int[] support, int code) {
        var own = Arrays.stream(support).filter(row -> group.code(row) == code).toArray();
        var foreign = BorderlineSmote.foreign(group, own, code, border, NAME);
        if (own.length == 0) {
            throw new IllegalArgumentException(
                    "class '%s' has no support vector where SvmSmote could begin; use Smote"
                            .formatted(group.classes().names().get(code)));
        }
        if (Arrays.stream(foreign).allMatch(count -> count == border)) {
            throw new IllegalArgumentException(
                    "all %d support vectors of class '%s' have neighbours of other classes only, so SvmSmote takes them for noise; use Smote"
                            .formatted(own.length, group.classes().names().get(code)));
        }
        return new Border(
                at(own, i -> 2 * foreign[i] >= border && foreign[i] < border),
                at(own, i -> 2 * foreign[i] < border));
    }

    private static int[] at(int[] rows, IntPredicate isChosen) {
        return IntStream.range(0, rows.length).filter(isChosen).map(i -> rows[i]).toArray();
    }
}
