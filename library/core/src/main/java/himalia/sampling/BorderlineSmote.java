package himalia.sampling;

import static himalia.display.bundle.Given.given;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Adds synthetic rows of the rare classes where they are in danger: at rows of whose neighbours at least half, but not all,
 * are of other classes.
 *
 * <pre>{@code
 * Table balanced = new BorderlineSmote(1, 42).resample(train, "churned");
 * }</pre>
 *
 * <p>Kind 1 goes from such a row towards one of the nearest rows of its class, which needs more rows than {@code neighbours}.
 * Kind 2 goes towards one of the nearest rows of the whole table, so the class may be smaller. Where that one is of another
 * class, the new row lies within the first half of the way, and an eighth of it away on average: one number up to 1 times one
 * up to a half. A class without a row in danger stays as it is; where that is so of all classes that are to grow, the table
 * is refused. The given rows come first, in order; all features become real numbers.
 *
 * <p>H. Han, W.-Y. Wang, B.-H. Mao (2005): Borderline-SMOTE. Advances in Intelligent Computing, 878–887. Kind 2 is that of
 * imbalanced-learn 0.14; in the paper each row goes towards neighbours of its class, and besides towards the nearest row of
 * another, by one number up to a half.
 *
 * @param kind 1 or 2
 * @param neighbours how many neighbours of a row may be drawn
 * @param border how many neighbours say whether a row is in danger
 * @param strategy which classes grow, and to how many rows
 * @param seed makes two runs agree
 */
public record BorderlineSmote(int kind, int neighbours, int border, Strategy strategy, long seed)
        implements SeededSampler {
    static final String NAME = "BorderlineSmote";

    public BorderlineSmote {
        if (kind != 1 && kind != 2) {
            throw new IllegalArgumentException("kind must be 1 or 2, got " + kind);
        }
        Few.atLeastOne(neighbours, "neighbours");
        Few.atLeastOne(border, "border");
        given(strategy, "strategy");
    }

    public BorderlineSmote(int kind, long seed) {
        this(kind, 5, 10, Strategy.AUTO, seed);
    }

    @Override
    public Resampling trace(Table table, String label, RandomGenerator random) {
        var examples = Examples.of(table, label, NAME);
        var draft = examples.draft();
        var targets = strategy.targets(Strategy.Kind.ADD, examples.classes());
        targets.values().removeIf(count -> count == 0);
        if (!targets.isEmpty()) {
            Few.border(examples.size(), NAME, border);
        }
        targets.forEach((code, count) -> grow(examples, code, count, draft, random));
        if (draft.entries() == examples.size() && !targets.isEmpty()) {
            throw nowhere(examples, targets);
        }
        return examples.grown(draft);
    }

    private IllegalArgumentException nowhere(Examples examples, Map<Integer, Integer> targets) {
        return new IllegalArgumentException(
                "no row of class '%s' is in danger: of the %d nearest rows of each, fewer than half are of other classes, or all; %s has nowhere to add rows: use Smote, or another number of border rows"
                        .formatted(
                                targets.keySet().stream()
                                        .map(examples.classes().names()::get)
                                        .collect(Collectors.joining("', '")),
                                border,
                                NAME));
    }

    /** Refuses what has too few rows, or none in danger. */
    void checkDanger(Examples examples, Map<Integer, Integer> targets) {
        var grown = new TreeMap<>(targets);
        grown.values().removeIf(count -> count == 0);
        if (grown.isEmpty()) {
            return;
        }
        Few.border(examples.size(), NAME, border);
        if (kind == 2) {
            Few.check(examples.size(), neighbours + 1, NAME, neighbours);
        }
        boolean isAny = false;
        for (int code : grown.keySet()) {
            isAny |= danger(examples.group(), rows(examples, code), code).length > 0;
        }
        if (!isAny) {
            throw nowhere(examples, grown);
        }
    }

    private int[] rows(Examples examples, int code) {
        return kind == 1
                ? Few.rows(examples.classes(), code, neighbours + 1, NAME, neighbours)
                : examples.classes().rows(code);
    }

    private void grow(Examples examples, int code, int count, Draft draft, RandomGenerator random) {
        var rows = rows(examples, code);
        var danger = danger(examples.group(), rows, code);
        if (danger.length == 0) {
            draft.lacks(
                    "class '%s' lacks all %,d rows asked for: none of its rows is in danger; Smote adds all"
                            .formatted(examples.classes().names().get(code), count));
            return;
        }
        if (kind == 1) {
            Segments.among(examples, danger, rows, neighbours).draw(draft, count, 1, random);
            return;
        }
        var group = examples.group();
        new Segments(danger, group.neighbours(danger, neighbours, NAME))
                .draw(
                        draft,
                        count,
                        partner -> group.code(partner) == code ? 1 : 0.5 * random.nextDouble(),
                        random);
    }

    /**
     * Says of each row of the classes that are to grow where it lies: {@code row}, {@code class}, {@code others} (how many of its
     * nearest rows are of other classes), {@code place}: {@code safe}, {@code danger} (at least half are, but not all) or {@code
     * noise} (all are). Rows are added at those in danger.
     */
    public Table places(Table table, String label) {
        var examples = Examples.of(table, label, NAME);
        var classes = examples.classes();
        Few.border(examples.size(), NAME, border);
        var places = new BorderPlaces(border);
        strategy.targets(Strategy.Kind.ADD, classes)
                .forEach(
                        (code, count) -> {
                            if (count > 0) {
                                var rows = classes.rows(code);
                                var foreign = foreign(examples.group(), rows, code, border, NAME);
                                places.add(classes.names().get(code), rows, foreign);
                            }
                        });
        return places.table();
    }

    /** Returns the rows in danger. */
    int[] danger(Group group, int[] rows, int code) {
        var foreign = foreign(group, rows, code, border, NAME);
        return IntStream.range(0, rows.length)
                .filter(i -> isInDanger(foreign[i], border))
                .map(i -> rows[i])
                .toArray();
    }

    static boolean isInDanger(int foreign, int border) {
        return 2 * foreign >= border && foreign < border;
    }

    /** Returns how many neighbours of each row are of other classes. */
    static int[] foreign(Group group, int[] rows, int code, int count, String algorithm) {
        return Arrays.stream(group.neighbours(rows, count, algorithm))
                .mapToInt(
                        near ->
                                (int)
                                        Arrays.stream(near)
                                                .filter(row -> group.code(row) != code)
                                                .count())
                .toArray();
    }
}
