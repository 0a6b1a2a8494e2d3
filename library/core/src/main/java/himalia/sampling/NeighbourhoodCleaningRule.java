package himalia.sampling;

import static himalia.display.bundle.Given.given;

import tech.tablesaw.api.Table;

/**
 * Drops common rows that their nearest rows disagree with, and those that make a rare row look like a common one.
 *
 * <pre>{@code
 * Table cleaned = new NeighbourhoodCleaningRule().resample(train, "churned");
 * }</pre>
 *
 * <p>J. Laurikkala (2001): Improving Identification of Difficult Small Classes by Balancing Class Distribution.
 * Artificial Intelligence in Medicine, 63–66.
 *
 * @param neighbours how many of the nearest rows are asked
 * @param threshold about rare rows only classes are cut that have more rows than the rarest has times this, above 0
 * @param strategy which classes are cut; {@code auto} spares the smallest
 */
public record NeighbourhoodCleaningRule(int neighbours, double threshold, Strategy strategy)
        implements Sampler {
    static final String NAME = "NeighbourhoodCleaningRule";

    public NeighbourhoodCleaningRule {
        Few.atLeastOne(neighbours, "neighbours");
        given(strategy, "strategy");
        if (!(threshold > 0 && threshold < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "threshold must be above 0 and finite, such as 0.5, got " + threshold);
        }
    }

    public NeighbourhoodCleaningRule(int neighbours) {
        this(neighbours, 0.5, Strategy.AUTO);
    }

    public NeighbourhoodCleaningRule() {
        this(3);
    }

    @Override
    public Table resample(Table table, String label) {
        return trace(table, label).table();
    }

    @Override
    public Resampling trace(Table table, String label) {
        var examples = Examples.of(table, label, NAME);
        var draft = examples.draft();
        clean(examples.group(), draft);
        return examples.cut(draft);
    }

    private void clean(Group group, Draft draft) {
        var cut = strategy.targets(Strategy.Kind.CLEAN, group.classes()).keySet();
        new EditedNearestNeighbours(neighbours, Agreement.MODE, strategy)
                .clean(group, draft, cut, NAME);
        var classes = group.classes();
        var minority = classes.minority();
        var counts = classes.counts();
        var rare = classes.rows(minority);
        var nearest = group.neighbours(rare, neighbours, NAME);
        for (var i = 0; i < rare.length; i++) {
            // A row counts among its own neighbours here, so one of them has no voice.
            var voices = nearest[i].clone();
            voices[neighbours - 1] = rare[i];
            if (Agreement.MODE.holds(minority, voices, classes.codes())) {
                continue;
            }
            for (var place : nearest[i]) {
                var code = group.code(place);
                if (cut.contains(code) && counts[code] > counts[minority] * threshold) {
                    draft.remove(group.rows()[place], group.rows()[rare[i]]);
                }
            }
        }
    }
}
